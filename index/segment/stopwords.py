"""Words that say how a question is asked, not what it asks about; they rank nothing."""

from __future__ import annotations

WORDS = (
    "的 了 是 在 和 与 及 以及 或 或者 等 也 都 就 而 而且 被 把 将 从 到 对 对于 于 以 之 其 这 那 哪 "
    "这个 那个 哪个 这些 那些 哪些 哪里 哪儿 哪一 哪位 什么 怎么 怎样 如何 为何 为什么 为 多少 几 几个 谁 "
    "吗 呢 吧 啊 呀 么 是否 有没有 请问 它 他 她 我 你 它们 他们 我们 你们 自己 不 没 没有 有 个 着 过 得 "
    "地 所 由 因 因为 因此 所以 但 但是 并 并且 还 又 再 很 更 最 该 此 各 某 每 使 让 给 向 往 比 跟 同 "
    "则 若 如果 即 可 可以 能 能够 会 要 应 应该 需要 一个 一种 关于 通过 根据 按照 中 上 下 里 时 时候 "
    "什么样 怎么样 何 何时 何地 何处 何种 哪种 哪年 哪一年 多大 多久 多长 几年 是不是 来 去 做 才 只 曾 "
    "曾经 已 已经 a an the of to in on at for and or is are was were be by with as it its this that what "
    "which who how why when where "
)
STOP_WORDS = frozenset(WORDS.split())
