// Chinese copy out of a small grammar. Villages, people, crops and figures are
// all made up; any likeness is an accident of combination.

import {fillPattern, type Copywriter, type Scene} from './copywriter.ts'
import type {Dice} from './open-dice.ts'

const words: Readonly<Record<string, ReadonlyArray<string>>> = {
  head: [
    '云',
    '青',
    '石',
    '柳',
    '枣',
    '鹿',
    '雁',
    '槐',
    '桑',
    '溪',
    '沙',
    '松',
    '梨',
    '霜',
    '岚',
    '芦'
  ],
  tail: [
    '家沟',
    '树湾',
    '台子',
    '溪口',
    '岭下',
    '桥头',
    '滩',
    '坪',
    '营',
    '庄',
    '窑头',
    '水磨',
    '井村',
    '坡上'
  ],
  village: ['{head}{tail}', '上{head}{tail}', '{head}{head}坪', '小{tail}'],
  county: [
    '榆泽县',
    '青麓县',
    '石潭县',
    '柳川县',
    '鹿鸣区',
    '雁塘县',
    '松岭县'
  ],
  surname: [
    '段',
    '裴',
    '卢',
    '安',
    '柳',
    '贺',
    '乔',
    '苏',
    '沈',
    '江',
    '唐',
    '桂',
    '荀',
    '蒲',
    '尚',
    '路'
  ],
  given: [
    '青川',
    '怀谷',
    '秋生',
    '知白',
    '挽舟',
    '木森',
    '照野',
    '砚秋',
    '小满',
    '谷雨',
    '望山',
    '守田',
    '向阳',
    '禾',
    '岚',
    '望舒'
  ],
  name: ['{surname}{given}'],
  reporter: ['{surname}{given}'],
  crop: [
    '黍子',
    '荞麦',
    '莜麦',
    '沙棘',
    '连翘',
    '山菇',
    '黄芪',
    '羊肚菌',
    '苹果',
    '核桃',
    '香瓜',
    '芦笋'
  ],
  office: [
    '县农技站',
    '市水务局',
    '镇文化站',
    '县图书馆',
    '市气象台',
    '乡卫生院',
    '市公交公司',
    '县供销社',
    '村合作社',
    '市博物馆'
  ],
  craft: [
    '剪纸',
    '柳编',
    '土陶',
    '皮影',
    '木版年画',
    '擀毡',
    '秧歌',
    '羊毛织毯'
  ],
  book: [
    '《{head}{tail}志》',
    '《山乡账本》',
    '《节气与农事》',
    '《我家的老手艺》',
    '《一村一树》'
  ],
  machine: [
    '覆膜机',
    '无人机',
    '烘干房',
    '滴灌带',
    '冷链车',
    '水肥一体机',
    '墒情仪'
  ],
  latin: ['App', 'GPS', 'LED', 'Wi-Fi', 'GIS', 'PM2.5', 'IC卡', '5G'],
  month: ['1月', '3月', '4月', '5月', '6月', '9月', '11月'],
  day: [
    '{month}{1-28}日',
    '上周{weekday}',
    '昨天上午',
    '前不久',
    '今年{month}',
    '正月{lunar}'
  ],
  weekday: ['一', '二', '三', '四', '五'],
  lunar: ['初六', '初八', '十五', '十六'],
  area: ['{20-990}亩', '{1-9}.{1-9}万亩', '{12-80}公顷'],
  weight: ['{200-980}千克', '{2-60}吨', '{1-9}.{1-9}万吨'],
  money: ['{3-95}万元', '{1-9}.{1-9}亿元', '{120-980}元', '人均{2000-9800}元'],
  share: ['{5-60}%', '近{two}成', '{two}成多', '一半以上'],
  two: ['两', '三', '四', '六', '七'],
  people: ['{12-96}户', '{30-980}人', '{3-46}名年轻人', '{110-970}位老人'],
  said: ['说', '算了一笔账', '笑着说', '掰着指头数', '回忆道', '告诉记者'],
  speech: [
    '地还是那块地，种法不一样了',
    '从前是等雨，如今是管水',
    '路通了，{crop}才算是钱',
    '孩子们回来过年，进门先看这台{machine}',
    '一年干下来，{money}，够给老屋换个顶了',
    '账要一笔一笔记，活要一样一样干',
    '我就认一个理：人勤，地不懒',
    '头一年亏了，第二年平了，第三年才敢跟人说',
    '谁家有事，全村都是帮手',
    '别看它小，它可是我们村的‘门面’'
  ],
  sentence: [
    '{day}，{county}{village}的{crop}开始采收，预计产量{weight}，比去年增加{share}。',
    '“{speech}。”{name}{said}。',
    '{name}今年{23-79}岁，在{village}种了{4-46}年{crop}。',
    '这里海拔{700-1980}米，昼夜温差大，适合{crop}生长；过去路不好走，种得出，卖不掉。',
    '{office}派来的技术员在村里住了{14-210}天，手把手教大家使用{machine}。',
    '据{office}统计，全县今年新增{crop}{area}，带动{people}增收。',
    '几年前，{village}还是另一番模样：水要到{2-9}千米外去挑，一场大雨，路就断了……',
    '变化是从一条路开始的——{year}年春天，一条长{3-48}.{1-9}千米的水泥路修到了村口。',
    '合作社给每一箱{crop}贴上二维码，扫一扫，就能看到地块、采收日期和种植人的名字。',
    '为了省水，村里装上了{machine}，一亩地一年少用水{40-260}立方米。',
    '{office}负责人{name}介绍，这项工作分{two}步走：先摸底，再试点，然后在全县推开。',
    '在{village}，{craft}不再只是老人的手艺，{people}靠它在家门口挣到了钱。',
    '“{speech}，”{name}{said}，“{speech}。”',
    '{day}，记者在{village}看到，{people}正在地里忙着给{crop}疏花。',
    '检验结果显示，{crop}的含糖量达到{8-19}.{1-9}%，超过上年。',
    '{name}把{10-40}年来的天气、收成和价钱都记在本子上，取名{book}，已经写满{3-29}本。',
    '目前，全市已有{12-96}个村用上了{latin}系统，{village}是其中最小的一个。',
    '按照计划，到{month}底，还将完成{area}改造任务，总投资{money}。',
    '不过，问题也不少：{machine}贵，懂行的人少，冬天一到，设备就闲了下来。',
    '{office}把课堂搬到地头，{11-46}期培训班办下来，村里有{people}拿到了证书。',
    '每逢{weekday2}，镇上的集市从早上{5-8}点开到中午，光卖{crop}的摊位就有{12-60}个。',
    '{name}和妻子{name}商量了三个晚上，最后拿出积蓄{money}，租下了{area}坡地。',
    '读完{book}，不少年轻人第一次知道，村口那棵老{tree}树已经活了{120-640}年。',
    '雨来得及时。{day}以来，全县平均降水{12-88}.{1-9}毫米，{crop}的长势比常年好{share}。',
    '统计表上，{village}的数字并不起眼：{people}、{area}、{money}；可对村里人来说，每一个数字都有名有姓。',
    '傍晚{5-8}时许，最后一辆{machine2}开出村口，车上装着{weight}{crop}，第二天一早就能到{county}的早市。',
    '{office}在{village}设了一个不到{12-40}平方米的服务点，办事不用再跑{20-70}千米。',
    '老人们说，这样的年景，上一回还是{19-60}年以前。',
    '至于下一步，{name}心里有数：“{speech}。”',
    '市里为此出台了{6-19}条办法，其中最受欢迎的是第{two}条：先干后补，当年兑现。',
    '走进{village}的展馆，墙上挂着{people}的照片，照片下面写着各家的{craft}作品卖出的数目。',
    '从试种{4-9}分地，到如今连片{area}，{crop}在{village}整整走过了{3-18}个年头。'
  ],
  year: ['2014', '2016', '2018', '2019', '2021', '2023'],
  weekday2: ['初三、十三、二十三', '周六', '农历逢五'],
  tree: ['槐', '柳', '枣', '榆', '杏'],
  machine2: ['三轮车', '冷链车', '小货车'],
  headline: [
    '{village}的{crop}熟了',
    '{crop}上山 | 日子回甜',
    '一条路 | 走活{two2}个村',
    '“{book2}”记下的 | {3-28}年收成',
    '{village}：水来了， | 人也留下了',
    '小{crop}结出 | 大产业',
    '{craft}进课堂 | 娃娃当传人',
    '老{craft} | 新活法',
    '{12-96}户人家 | 一本账',
    '从“望天田”到“放心田”',
    '{machine}开进{village}',
    '把课堂搬到 | {crop}地里',
    '雨水足 {crop}旺',
    '{county}新添{area}{crop}',
    '{name}和他的{12-60}本账',
    '山上种{crop} 山下听戏',
    '夜访{village}',
    '{county}办起田间学校',
    '{people}吃上“{craft}饭”',
    '九十岁的{tree}树 | 三代人的路',
    '{machine}怎样走进 | 家家户户',
    '缺水的{village} | 有了自己的渠',
    '{name}：把{craft}还给孩子',
    '{crop}价稳量足',
    '集市搬了家 | 人气没有散',
    '{county}{crop}首次 | 走出大山',
    '先干后补 | 当年兑现',
    '一张地图 | 找回{12-96}口老井',
    '“{book2}”里的大学问'
  ],
  two2: ['两', '三', '五', '七'],
  book2: ['流水账', '老黄历', '节气本', '地头账'],
  kicker: [
    '{county}今年新增{crop}{area}',
    '春风又到{village}',
    '一村一品看{county}',
    '记者走基层',
    '从“靠天收”到“靠水管”'
  ],
  deck: [
    '——{county}{village}{crop}产业调查',
    '{people}在家门口有了活干',
    '——记{village}种植能手{name}',
    '{office}今年办了{11-46}期地头课',
    '一亩地省水{40-260}立方米，增收{120-980}元'
  ],
  summary: [
    '{county}{village}海拔{700-1980}米，过去种什么都难。{year}年以来，当地发展{crop}{area}，{people}从中受益。',
    '一条路，一渠水，一样{crop}，让{village}的{people}在{3-18}年里把日子翻了个个儿。'
  ],
  leadIn: [
    '本报讯（记者 {reporter}）',
    '本报{county}{month}{1-28}日电（记者 {reporter}）',
    '本报讯（记者 {reporter} 通讯员 {name}）'
  ],
  byline: [
    '本报记者 {reporter}',
    '□ 本报记者 {reporter}',
    '□ {reporter} {name}'
  ],
  crosshead: [
    '水从山后来',
    '一样{crop}三样活',
    '账本越记越厚',
    '手艺有了接班人',
    '路修到哪里',
    '先算小账，再算大账',
    '难在哪儿',
    '{crop}出了山',
    '老把式和新机器',
    '下一步'
  ],
  pullQuote: [
    '{speech}。',
    '在{village}，每一个数字都有名有姓。',
    '种得好，还要卖得掉。'
  ],
  caption: [
    '{day}，{county}{village}村民在晾晒{crop}。',
    '{village}的{machine}在山坡上作业。{speech}，是村民们常说的一句话。',
    '{village}的{craft}课上，孩子们在学第一道工序。今年村里有{people}报了名。',
    '从{village}后山望去，{area}{crop}已经连成了片。'
  ],
  credit: ['示意图 本报美术组', '本报记者 {reporter} 摄（示意图）'],
  listItem: [
    '{crop}：{area}，预计{weight}；',
    '{village}至{village}公交每天{4-18}班；',
    '{craft}展：{month}{1-28}日至月底，免费；',
    '报名电话：0000-{100-999}{1000-9999}（虚构）；'
  ],
  footnote: [
    '数据由{office}提供，截至{month}底。',
    '{book}为自印本，仅{30-90}册。'
  ],
  adHead: [
    '订一份《云岭日报》',
    '{crop}节 等你来',
    '{village}农家院开门迎客',
    '好{crop} 出{county}'
  ],
  adBody: [
    '{month}{1-28}日起，每天早{6-9}点到晚{6-9}点。地址：{county}{village}{1-99}号（虚构）',
    '新客户赠{crop}一箱，先到先得。电话：0000-{100-999}{1000-9999}（虚构）'
  ],
  fillerHead: ['节约用水', '农时提醒', '谚语', '安全提示'],
  fillerBody: [
    '一滴水，一粒粮。',
    '近日昼夜温差大，{crop}田注意防霜。',
    '三月雨，贵如油；四月雨，好动锄。',
    '田间用火，一时方便，百年遗憾。'
  ]
}

/** Chinese copywriter. */
export const chineseCopywriter: Copywriter = {
  publication: '云岭日报',
  lang: 'zh-CN',
  staff: {责编: '桂望山', 版式: '荀小满', 校对: '蒲守田'},
  sections: [
    '要闻',
    '乡村',
    '综合新闻',
    '民生',
    '文化',
    '副刊',
    '经济',
    '教育',
    '体育',
    '专题'
  ],
  charactersPerEm: 1,
  briefsTitle: '简讯',
  boxTitle: '链接',
  toScene(dice: Dice): Scene {
    const scene: Record<string, string> = {}
    for (const name of ['county', 'village', 'crop', 'name', 'craft']) {
      scene[name] = write(`{${name}}`, dice, {})
    }
    return scene
  },
  sentence(dice, scene) {
    // Half of the sentences may leave the scene, so that copy has some breadth.
    return write('{sentence}', dice, dice.happens(50) ? scene : widen(scene))
  },
  headline: (dice, scene) => write('{headline}', dice, scene),
  kicker: (dice, scene) => write('{kicker}', dice, scene),
  deck: (dice, scene) => write('{deck}', dice, scene),
  summary: (dice, scene) => write('{summary}', dice, scene),
  byline: (dice, scene) => write('{byline}', dice, scene),
  leadIn: (dice, scene) => write('{leadIn}', dice, scene),
  crosshead: (dice, scene) => write('{crosshead}', dice, scene),
  pullQuote: (dice, scene) => write('{pullQuote}', dice, scene),
  caption: (dice, scene) => write('{caption}', dice, scene),
  credit: (dice, scene) => write('{credit}', dice, scene),
  listItem: (dice, scene) => write('{listItem}', dice, widen(scene)),
  footnote: (dice, scene) => write('{footnote}', dice, scene),
  table(dice) {
    const rows = ['| 品种 | 每千克 | 比上周 |', '|:-|-:|-:|']
    for (let row = dice.between(3, 6); row > 0; row--) {
      const price = `${dice.between(2, 38)}.${dice.between(0, 9)}元`
      const change = `${dice.pick(['+', '−'])}${dice.between(1, 12)}%`
      rows.push(`| ${write('{crop}', dice, {})} | ${price} | ${change} |`)
    }
    return rows.join('\n')
  },
  advertisement: (dice, scene) => ({
    headline: write('{adHead}', dice, scene),
    body: write('{adBody}', dice, scene)
  }),
  filler: (dice, scene) => ({
    headline: write('{fillerHead}', dice, scene),
    body: write('{fillerBody}', dice, scene)
  })
}

function widen(scene: Scene): Scene {
  const {county, village} = scene
  return {...(county ? {county} : {}), ...(village ? {village} : {})}
}

function write(pattern: string, dice: Dice, scene: Scene): string {
  return fillPattern(pattern, dice, scene, words)
}
