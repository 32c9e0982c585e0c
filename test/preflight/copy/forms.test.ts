// Numbers, dates and marks by their form: each row is wrong copy with what is to
// be written, or copy that is right and must be left alone.

import {expect, test} from 'vitest'
import {dateForms} from '../../../src/preflight/copy/date-forms.ts'
import {findForms, type Form} from '../../../src/preflight/copy/form.ts'
import {markForms} from '../../../src/preflight/copy/mark-forms.ts'
import {numberForms} from '../../../src/preflight/copy/number-forms.ts'
import {particleForms} from '../../../src/preflight/copy/particle-forms.ts'
import type {Passage} from '../../../src/preflight/copy/passage.ts'

/** Copy; what is wrong in it; what the note says to do. */
type Row = readonly [copy: string, wrong?: string, fix?: string | RegExp]

const numbers: ReadonlyArray<Row> = [
  ['收入１２万元', '１２', 'Write `12`.'],
  ['来了30几个人', '30几', 'Write `三十几`.'],
  ['来了几100人', '几100', 'Write `几百`.'],
  ['干了3、4天', '3、4', 'Write `三四`.'],
  ['有5、6百人', '5、6', 'Write `五六`.'],
  ['都是四、五十岁的人', '四、五', 'Write `四五`.'],
  ['近二十多年', '近二十多', 'Write `近二十`.'],
  ['约300余户', '约300余', 'Write `约300`.'],
  ['大约30%左右', '大约30%左右', 'Write `大约30%`.'],
  ['超过100人以上', '超过100人以上', 'Write `超过100人`.'],
  ['数十余家', '数十余', 'Write `数十`.'],
  ['成本下降了2倍', '下降了2倍', /what part/],
  ['共1，200米', '1，200', 'Write `1200`.'],
  ['增长3。5%', '3。5', 'Write `3.5`.'],
  ['增产5-10%', '5-10%', 'Write `5%-10%`.'],
  ['养护3-5年', '3-5', 'Write `3—5`.'],
  ['占百分之30', '百分之30', 'Write `30%`.'],
  ['来了5百人', '5百', 'Write `500`.'],
  ['亩产1.2千斤', '1.2千', 'Write `1200`.'],
  ['1些人', '1', 'Write `一`.'],
  ['3农问题', '3', 'Write `三`.'],
  ['来了二个人', '二', 'Write `两`.'],
  ['编号2O26', '2O2', 'Write `202`.'],
  ['重5Kg', 'Kg', 'Write `kg`.'],
  ['装机20KW', 'KW', 'Write `kW`.'],
  ['面积300平米', '平米', 'Write `平方米`.'],
  ['摄氏零下5度', '摄氏零下5度', 'Write `零下5摄氏度`.'],
  ['罚款¥200元', '¥200元', 'Write `200元`.'],
  // Right as they are.
  ['节约20多万元，最近20多年，附近30余户，预约50余人'],
  ['三四十岁，十几个人，几十年，5千米，3千克，200千瓦，1.2万元'],
  ['第二个，十二个，二次元，第三、四季度，一、二、三等奖'],
  ['增长了2倍，减少三分之二，降低到原来的一半，约300户，300户左右'],
  ['5%—10%，3∶2获胜，电话0123-4567890，编号A-12，G60高速'],
  ['一些人，1起事故，11人，1切片样本，21世纪，北纬30度，摄氏度'],
  ['至少3人，超过100人，100人以上，近百人，三五百年，二三十里'],
  ['几十来人，数百名，几百万，上千人，十来个人'],
  ['12个百分点，百分之三十，3百货，1千古']
]

const particles: ReadonlyArray<Row> = [
  ['沙棘甜的很。', '的很', 'Write `得很`.'],
  ['老人舍不的走', '舍不的', 'Write `舍不得`.'],
  ['怪不的他来', '怪不的', 'Write `怪不得`.'],
  ['值的一提的是', '值的', 'Write `值得`.'],
  ['我觉的好', '觉的', 'Write `觉得`.'],
  ['他跑地很快，', '地', 'Write `得`.'],
  ['悄悄得走了', '得', 'Write `地`.'],
  ['高高兴兴得回家', '得', 'Write `地`.'],
  // Right as they are.
  ['甜得很，好的很多，他的狠劲，远的很远，真的很好'],
  ['不舍的目光，不值的话，要不的话，自觉的行动，视觉的盛宴，不知不觉的变化'],
  ['价值的关注，产值的推广，数值的注意事项，值得一提'],
  ['场地很大，工地很忙，种地很累，说地里的活，跑得很快，走地鸡'],
  ['悄悄地走，高高兴兴地回家，慢慢得到，渐渐得知，大大方方得体'],
  ['干干净净得很，远远得不到，深深得益于，收拾得干干净净'],
  ['平平安安得以过冬，清清楚楚得出结论，慢慢的，轻轻的脚步']
]

const dates: ReadonlyArray<Row> = [
  ['二零二六年', '二零二六', 'Write `二〇二六`.'],
  ['二○二六年', '二○二六', 'Write `二〇二六`.'],
  ['二OO六年', '二OO六', 'Write `二〇〇六`.'],
  ['05年建成', '05年', 'Write `2005年`.'],
  ['98年6月', '98年', 'Write `1998年`.'],
  ['到2026.6.2为止', '2026.6.2', 'Write `2026年6月2日`.'],
  ['六月2日', '六月2日', 'Write `6月2日`.'],
  ['6月二十三日', '6月二十三日', 'Write `6月23日`.'],
  ['二〇二六年6月', '二〇二六年', 'Write `2026年`.'],
  ['正月15赶集', '正月15', 'Write `正月十五`.'],
  ['腊月8', '腊月8', 'Write `腊月初八`.'],
  ['大年初2', '大年初2', 'Write `大年初二`.'],
  ['星期3开会', '星期3', 'Write `星期三`.'],
  ['下午14时开会', '下午', /24|12/],
  ['早上8：30出门', '8：30', 'Write `8:30`.'],
  ['25时10分', '25时', 'Look the time up.'],
  ['2月30日', '2月30日', 'Look the date up.'],
  ['6月31日', '6月31日', 'Look the date up.'],
  ['13月2日', '13月2日', 'Look the date up.'],
  ['2025年2月29日', '2025年2月29日', /28 days/],
  // Right as they are.
  ['2026年6月2日，二〇二六年六月二日，1998年，2024年2月29日，2月29日'],
  ['农历六月初二，正月十五，腊月初八，大年初二，星期三，每星期3次'],
  ['下午2时，14:30，8:30，比分3：2，上午10时30分，20世纪80年代'],
  ['12年间，10年后，105年，100年6次，3.14.15版本，第95年']
]

const marks: ReadonlyArray<Row> = [
  ['他问我是不是党员？', '问我是不是党员？', 'Write `问我是不是党员。`.'],
  ['老人打听有没有车进城？', '打听有没有车进城？', /。/],
  ['我不知道他什么时候来？', '我不知道他什么时候来？', /。/],
  ['大家都说不清为什么停水？', '大家都说不清为什么停水？', /。/],
  // Somebody is asked after all.
  ['他问：“你是不是党员？”谁问过他是不是党员？你问他能不能来？'],
  ['他问我是不是党员。有人问，这样能不能行？他问是不是这样呢？'],
  ['你知道他什么时候来？怎么没人问他有没有困难？不知道您是否愿意？'],
  ['问题是不是解决了？难道他不知道有没有危险？'],
  ['来了。。', '。。', /six dots/],
  ['有山有水，、有田', '，、', /Keep the mark/],
  ['桃、杏……等等。', '……等等', /both say/],
  ['雨停了……。', '……。', 'Write `……`.'],
  ['桃、杏、和梨', '、', /joins/],
  ['桃、杏、等，都熟了', '、等', 'Write `等`.'],
  ['“甲”、“乙”', '、', /set them apart/],
  ['《山》、《水》', '、', /set them apart/],
  ['第一、要修渠', '第一、', 'Write `第一，`.'],
  ['首先、要修渠', '首先、', 'Write `首先，`.'],
  ['（一）、修渠', '（一）、', 'Write `（一）`.'],
  ['①、修渠', '①、', 'Write `①`.'],
  ['一．修渠', '一．', 'Write `一、`.'],
  ['春天--夏天', '--', /——/],
  ['他——，走了', '——，', 'Write `——`.'],
  ['走啊～～走', '～～', /Keep one/],
  ['约翰．史密斯', '．', 'Write `·`.'],
  ['，好', '，', /out/],
  ['村里（，也叫寨）', '（，', /outside/],
  ['（也叫寨，）', '，）', /outside/],
  ['一部《》', '《》', /belongs/],
  ['他说：“好。”。', '”。', 'Write `”`.'],
  ['他说：“好。”，走了', '”，', 'Write `”`.'],
  ['发了《营业执照》', '《营业执照》', 'Write `营业执照`.'],
  ['真的！？', '！？', 'Write `？！`.'],
  ['真的！！！', '！！！', /one mark/],
  ['来了 ，', ' ', /space/],
  ['来了， 走了', ' ', /space/],
  ['他说：好消息一共有两个：路通了', '：好消息一共有两个：', /two sentences/],
  // Right as they are.
  ['社区—网格—楼栋，9月—10月，雨下了……他笑了！'],
  ['“甲”“乙”，《山》《水》，“甲”（笑）、“乙”，桃、杏等，和谐、和睦'],
  ['第一、第二季度，第一、二组，首先，一、修渠，（一）修渠，①修渠'],
  ['他说：“好。”大家笑了。“冲啊！”他喊。他问“去吗？”，没人答。'],
  ['《关于办证的通知》，《论证》，《身份》，他——王伯——走了'],
  ['时间：6月2日。地点：村口。她说：“一共两个：路和桥。”'],
  ['真的？！真的！约翰·史密斯，北京—上海，他等……等了很久']
]

test.for([
  ...numbers.map((row) => [numberForms, row] as const),
  ...dates.map((row) => [dateForms, row] as const),
  ...marks.map((row) => [markForms, row] as const),
  ...particles.map((row) => [particleForms, row] as const)
])('should read %j', ([forms, [copy, wrong, fix]]) => {
  const found = read(copy, forms)
  const texts = found.map(({end, start}) => copy.slice(start, end))
  expect(texts).toEqual(wrong === undefined ? [] : [wrong])
  if (fix !== undefined) expect(found[0]?.fix).toMatch(fix)
})

test('should try every form', () => {
  for (const [forms, rows] of [
    [numberForms, numbers],
    [dateForms, dates],
    [markForms, marks],
    [particleForms, particles]
  ] as const) {
    const untried = forms.filter(
      ({pattern, roles}) =>
        roles?.[0] !== 'headline' &&
        !rows.some(
          ([copy, wrong]) => wrong !== undefined && copy.search(pattern) !== -1
        )
    )
    expect(untried.map(({pattern}) => pattern.source)).toEqual([])
  }
})

test('should want no full stop after a headline only', () => {
  expect(read('路通了。', markForms, 'headline')).toHaveLength(1)
  expect(read('路通了。', markForms)).toEqual([])
  expect(read('路通了！', markForms, 'headline')).toEqual([])
})

function read(
  text: string,
  forms: ReadonlyArray<Form>,
  role: Passage['role'] = 'paragraph'
) {
  const node = {type: 'paragraph'}
  const leaf = {start: 0, value: text, node, isAccepted: false}
  return findForms({role, text, node, lang: 'zh-CN', leaves: [leaf]}, forms)
}
