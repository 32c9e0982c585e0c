// Rule: half a word does not stand alone beside a whole verb.
//
// When one hanzi of a verb is lost in editing (组织开展 → 组开展, 推进推广 → 推进广),
// what is left reads as a word of one hanzi that modern prose does not use alone.
// So: where the dictionary leaves a single hanzi right before a common verb, or
// between one and a word, and that hanzi is half of some common verb but not one
// that also stands alone, somebody should look. A heuristic of our own: the verbs
// and the hanzi that stand alone are the lists below.

import type {CopyRule} from './copy-rule.ts'
import type {Finding, Passage} from './passage.ts'
import {toWords} from './words.ts'

const verbs =
  '安排 安置 安装 把握 帮扶 帮助 保护 保障 补助 部署 采取 参与 策划 查处 产生 阐述 倡导 承担 承接 惩治 筹备 筹措 处理 传播 传承 创建 创新 促进 打造 带动 带领 担当 倒逼 登记 抵御 调查 调动 调度 调研 调整 动员 督促 督导 对接 发放 发挥 发现 发展 防范 防控 防治 访问 分析 奋斗 服务 扶持 辅导 覆盖 改革 改进 改善 改造 干预 贡献 巩固 沟通 构建 关爱 关注 管护 管控 管理 贯彻 规范 规划 衡量 核查 核实 核准 合作 缓解 恢复 回应 汇聚 汇总 激发 激活 激励 集聚 加固 加快 加强 坚持 监督 监管 监测 检测 检查 检验 简化 建立 建设 健全 践行 奖励 降低 交流 接收 接受 结合 解决 解释 紧抓 精简 净化 纠正 救助 聚焦 捐赠 决定 开发 开拓 开展 开辟 考核 考察 克服 扩大 拉动 利用 联系 凝聚 落实 美化 排查 排除 培训 培养 培育 配合 配套 评估 评选 普及 签订 签约 强化 抢抓 倾听 清理 清除 取得 确保 确定 融合 融入 施工 实施 实现 实行 收集 树立 疏通 疏导 输送 梳理 搜集 缩短 摸排 谋划 探索 探讨 提高 提供 提升 体现 替换 统筹 统计 投入 突出 突破 推动 推广 推进 推行 挖掘 完成 完善 维护 维修 慰问 问询 吸纳 吸收 吸引 协调 协助 协商 宣传 宣讲 选拔 选派 学习 询问 巡查 巡护 训练 延伸 延长 研发 研究 研判 养护 依托 引导 引进 引领 迎接 营造 应对 应用 拥护 优化 预防 预警 援助 运行 运输 运营 造福 增加 增强 掌握 招聘 整合 整改 整理 整治 征求 征集 支持 支援 执行 制定 制约 治理 致力 种植 重视 抓好 转变 转化 装饰 追求 咨询 资助 组建 组织 尊重 遵守 遵循 走访 阻碍 组合 总结'.split(
    ' '
  )

// Halves of those verbs that also stand alone in the prose of papers, or that
// are tied to the word before them: 工作组, 管理处, 合作社.
const alone = new Set(
  '安把帮保补部参产成承处传创打带担当导到登定动督斗对发防访分辅改干革功固管规过和核合化回会汇活获集加建见将讲降交接结解进精净救聚决开考控快拉来联立利量了练领落美能排派培配评前强抢清取全确入融升施实事视收输树说送缩谈探讨提替调听通统头投突图推退完问系向效修选学训延研验养要应用优运造增展找招整支知执值指制治致种重助住抓转装追准资走阻组作做建设会员局长区站点理力商场家户队处所院社库表查测务' +
    '讲读写看听问走跑送收交请派赴获促需靠达至由于在是有从为被让使把向与和及或并又再还都就才已正将曾未不没很更最太较极略均皆全总共各每某该本此其何谁几多少大小高低长短新旧老好坏美快慢早晚远近深浅热冷'
)

const known = new Set(verbs)
const halves = new Set(verbs.flatMap((verb) => [...verb]))
// Two lists met: what is half of a verb, and what is only that. Some hanzi are
// free elsewhere and never right before a verb; they are named.
const bound = new Set(
  [...halves]
    .filter((hanzi) => !alone.has(hanzi))
    .concat([...'核广组调建展研督'])
)
// Words such a hanzi ends: 工作组开展, 项目组, 党组织, 巡察组.
const closes: Readonly<Record<string, RegExp>> = {
  组: /(?:作|目|察|业|导|查|班|小|联|党|专|评|检|核|家|题|访|研|村|社|导|筹|长|年|头|委|委会|会|治|治组|化|技|器|剧|摄|督)$/u,
  建: /(?:新|在|援|党|改|扩|迁|筹|承|共|自|修|创|重|城|基|土|代|规|封|福)$/u,
  调: /(?:空|上|下|单|格|曲|色|腔|声|低|步|协|基|论|语|情)$/u,
  研: /(?:科|教|调|产|钻|考|读)$/u,
  展: /(?:画|会|书|花|影|车|参|巡|开|布|舒|策|特|作|成|农|图)$/u,
  广: /(?:宽|推|深|增|很|更|较|最|甚|面|量|路|两)$/u,
  核: /(?:审|复|考|内|果|桃|杏|枣|细胞|硬|稽|原子)$/u,
  督: /(?:监|都|总|基)$/u
}

/** The rule. */
export const oddWord: CopyRule = {
  id: 'odd-word',
  level: 'warning',
  lang: 'zh',
  errorCount: 1,
  what: 'A single hanzi stands beside a verb where modern prose has a word of two.',
  why: 'Most often a hanzi was lost when the sentence was changed: 组开展 for 组织开展, 推进广 for 推进推广.',
  fix: 'Write the whole word; where it is meant, write `:sic[…]` around it.',
  find
}

function find({lang, text}: Passage): Array<Finding> {
  const words = toWords(text, lang)
  return words.flatMap((word, index): Array<Finding> => {
    const {start, text: hanzi} = word
    if (!word.isHanzi || hanzi.length !== 1 || !bound.has(hanzi)) return []
    const before = words[index - 1]
    const after = words[index + 1]
    // Single hanzi in a row are a name, or a word no dictionary has.
    if (isSingle(before) || isSingle(after) || !after?.isHanzi) return []
    if (before && closes[hanzi]?.test(before.text)) return []
    const isBeforeVerb = known.has(after.text)
    const isAfterVerb =
      before !== undefined && known.has(before.text) && !isTail(hanzi)
    if (!isBeforeVerb && !isAfterVerb) return []
    const all = isBeforeVerb ? hanzi + after.text : `${before?.text}${hanzi}`
    const from = isBeforeVerb ? start : (before?.start ?? start)
    return [
      {
        start: from,
        end: from + all.length,
        reason: `Unexpected \`${all}\` with \`${hanzi}\` alone, expected a whole word`,
        fix: `Write the word \`${hanzi}\` is half of; where \`${all}\` is meant, write \`:sic[${all}]\`.`
      }
    ]
  })
}

function isSingle(word: {isHanzi: boolean; text: string} | undefined): boolean {
  return (
    word !== undefined &&
    word.isHanzi &&
    word.text.length === 1 &&
    !'的了在和与并将已把被对从向为由等及着过也都又再要可会能'.includes(
      word.text
    )
  )
}

/** What verbs commonly take after them: 检查组, 监测站, 服务区. */
function isTail(hanzi: string): boolean {
  return '组建研督施'.includes(hanzi)
}
