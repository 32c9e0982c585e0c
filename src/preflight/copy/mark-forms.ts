// Marks that are wrong by their form, after GB/T 15834-2011: doubled, halved, at
// the wrong end of a bracket, before or after what stands for them already.

import type {Form} from './form.ts'

const prose = ['footnote', 'item', 'paragraph', 'quote', 'summary'] as const

/** Words that begin what is asked. */
const asked =
  '是不是|是否|能不能|能否|会不会|要不要|有没有|为什么|怎么|如何|何时|什么时候|多少'

/** Marks. */
export const markForms: ReadonlyArray<Form> = [
  {
    pattern: /。{2,}|(?<!…)…(?!…)|(?<!\.)\.{3,}|·{3,}/g,
    expected: '`……`',
    fix: 'Write the ellipsis as `……`: six dots.'
  },
  {
    pattern: /[，、；：]{2,}|[，、；：][。，]|[。！？][，、；]/g,
    expected: 'one mark',
    fix: 'Keep the mark that fits, and take the other out.'
  },
  {
    pattern: /……(?:等等|等)(?=[。，；]|$)|等等……/g,
    expected: '`……` or `等`, not both',
    fix: 'Take `……` or `等` out: both say that there is more.'
  },
  {
    pattern: /……[。，、；]/g,
    expected: 'no mark after `……`',
    better: () => '……'
  },
  {
    pattern:
      /、(?=(?:和|及|以及|或者)(?!平|睦|谐|顺|声|煦|美|善)\p{Script=Han})/gu,
    expected: 'no `、` before a word that joins',
    fix: 'Take `、` out: the word after it joins already.'
  },
  {
    // 桃、杏、等：等 is no part of the row.
    pattern:
      /、等(?=等?[，。；）]|[\d一二三四五六七八九十两几多]+[种个家项名类])/gu,
    expected: 'no `、` before `等`',
    better: () => '等'
  },
  {
    // “甲”、“乙”: their own marks set them apart (4.5.3.5).
    pattern: /(?<=[”》])、(?=[“《])/g,
    expected: 'no `、` between quoted words or titles',
    fix: 'Take `、` out: the marks around them set them apart.'
  },
  {
    // 第一、 首先、: words that count are followed by a comma (annex B.2).
    pattern:
      /(?<=^|[。；：！？])(?:第[一二三四五六七八九十]、(?!第?[一二三四五六七八九十])|(?:其[一二三四五六]|首先|其次|再次|最后)、)/gu,
    expected: '`，` after a word that counts',
    better: ([all]) => all.replace('、', '，')
  },
  {
    // （一）、 ①、: a bracket is mark enough.
    pattern:
      /(?<=^|[。；：])(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[①-⑳])[、，．.]/gu,
    expected: 'no mark after a number in brackets',
    better: ([all]) => all.slice(0, -1)
  },
  {
    // 一． 一，: hanzi that count take 、.
    pattern: /^[一二三四五六七八九十]{1,3}[．.](?=\p{Script=Han})/gu,
    expected: '`、` after a counting hanzi',
    better: ([all]) => `${all.slice(0, -1)}、`
  },
  {
    pattern: /(?<=\p{Script=Han})--+/gu,
    expected: '`——`',
    fix: 'Write the dash as `——`: two hanzi wide.'
  },
  {
    pattern: /——[，、；：。]|[，、]——/g,
    expected: '`——` alone',
    better: () => '——'
  },
  {
    pattern: /(?<=\p{Script=Han})[~～]{2,}/gu,
    expected: '`～` once, or `……`',
    fix: 'Keep one, or write what is meant.'
  },
  {
    // 约翰．史密斯: names are joined by ·.
    pattern: /(?<=\p{Script=Han})[・•．∙‧](?=\p{Script=Han})/gu,
    expected: '`·` between parts of a name',
    better: () => '·'
  },
  {
    pattern: /(?<=\p{Script=Han})[·•](?=[，。；：])|^[，。、；：？！）》”’]/gu,
    expected: 'no mark there',
    fix: 'Take the mark out, or put it where its sentence ends.'
  },
  {
    // （。 《， …: nothing begins with a mark, or ends with one that goes on.
    pattern: /[（《“‘〈【][，。、；：]|[，、；：][）》〉】]|[、；：]”/g,
    expected: 'no mark beside a bracket',
    fix: 'Put the mark outside, or take it out.'
  },
  {
    pattern: /“”|‘’|《》|（）|【】|〈〉/g,
    expected: 'something between the marks',
    fix: 'Write what belongs there, or take the marks out.'
  },
  {
    // 他说：“好。”。: the sentence inside has ended both.
    pattern: /(?<=[。！？])”。|(?<=。)”[，；、]/g,
    expected: 'one end of the sentence',
    better: () => '”'
  },
  {
    // 《营业执照》, 《研讨会》: no works, so no titles (annex A.14).
    pattern:
      /《[^》]{0,16}(?:许可证|执照|身份证|结婚证|居住证|产权证|资格证|工作证|证书|护照|奖状|奖杯|锦旗|研讨会|座谈会|博览会|培训班|夏令营)》/gu,
    expected: 'no title marks: it is no work',
    better: ([all]) => all.slice(1, -1)
  },
  {
    pattern: /[！？]{3,}/g,
    expected: 'two at most',
    fix: 'Leave one mark, or two.'
  },
  {
    pattern: /！？/g,
    expected: '`？！`',
    better: () => '？！'
  },
  {
    pattern: /(?<=\p{Script=Han}) +(?=[，。；：！？、）》”])/gu,
    expected: 'no space before a mark',
    fix: 'Take the space out.'
  },
  {
    pattern: /(?<=[，。；：！？、（《“]) +(?=\p{Script=Han})/gu,
    expected: 'no space after a mark',
    fix: 'Take the space out.',
    roles: prose
  },
  {
    // 他说：好消息有两个：…: one colon holds all that follows (4.7.3.4).
    pattern:
      /(?<=\p{Script=Han})：[^。！？；：…“”《》（）]{4,60}\p{Script=Han}：(?=\p{Script=Han})/gu,
    expected: 'one `：` in a sentence',
    fix: 'Make one of them `，`, or two sentences.',
    roles: ['paragraph', 'quote']
  },
  {
    // 他问我是不是党员？: he asked, the sentence does not (4.3.3.1). Where you or
    // anybody else is asked as well, it may; so may 吗 and 呢.
    pattern: new RegExp(
      `(?<=(?:^|[。！？；])[^。！？；：“”你您谁哪怎何吗难]*)(?:问|询问|打听|追问)(?:[了过起]|着)?(?:我|他|她|们|大家|记者|村民|老人|孩子|[老小]\\p{Script=Han}){0,2}(?:${asked})[^，。！？；：“”你您吗呢吧]*？`,
      'gu'
    ),
    expected: '`。`: somebody else asks',
    better: ([all]) => all.replace('？', '。'),
    roles: ['paragraph', 'quote']
  },
  {
    // 我不知道他来不来？
    pattern: new RegExp(
      `(?<=(?:^|[。！？；，])[^。！？；：“”你您谁哪怎何吗难]{0,12})(?:[我他她]们?|记者|村民们?|老人|大家|没有?人)(?:也|都|并|还|就)?(?:不知道|不清楚|不明白|不晓得|说不清|弄不清|搞不清)(?:${asked}|[我他她]们?\\p{Script=Han}?(?:是不是|是否|能不能|会不会|为什么|什么时候))[^，。！？；：“”你您吗呢吧]*？`,
      'gu'
    ),
    expected: '`。`: nobody is asked',
    better: ([all]) => all.replace('？', '。'),
    roles: ['paragraph', 'quote']
  },
  {
    // Headlines end without a full stop.
    pattern: /(?<=\p{Script=Han})。$/gu,
    expected: 'no `。` at the end of a headline',
    better: () => '',
    fix: 'Take it out.',
    roles: ['headline']
  }
]
