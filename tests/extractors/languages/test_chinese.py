"""Orders of words and locutions that only Chinese has; the States are invented."""

from __future__ import annotations

import pytest

from tests.extractors.languages.conftest import Find, Say

REPORT = [
    ("该案文被弗里多尼亚否决。", "XFR | 否决 | 该案文"),
    ("正如弗里多尼亚指出的，报告已完成。", "XFR | 指出 | 报告已完成"),
    ("据弗里多尼亚称，报告已完成。", "XFR | 称 | 报告已完成"),
    ("“报告已完成”，弗里多尼亚指出。", "XFR | 指出 | “报告已完成”"),
    ("弗里多尼亚说，该国不能接受案文。", "XFR | 说 | 该国不能接受案文"),
    ("弗里多尼亚在谈到港口问题时强调照明很重要。", "XFR | 强调 | 照明很重要"),
    ("弗里多尼亚对推迟休息的提议表示欢迎。", "XFR | 表示 | 对推迟休息的提议表示欢迎"),
    ("弗里多尼亚满意地注意到报告已完成。", "XFR | 注意到 | 报告已完成"),
    ("弗里多尼亚表示不能接受案文。", "XFR | 表示 | 不能接受案文"),
    ("弗里多尼亚主张将两段合并。", "XFR | 主张 | 将两段合并"),
    ("弗里多尼亚提出的关于休息的建议得到鲁里坦尼亚支持。", "XFR | 建议 | 关于休息"),
    ("与鲁里坦尼亚一样，弗里多尼亚要求休息。", "XFR+XRU | 要求 | 休息"),
    ("弗里多尼亚以沿海集团名义发言时要求休息。", "XFR+coastal | 要求 | 休息"),
]


@pytest.mark.parametrize(("text", "said"), REPORT)
def test_what_a_report_tells_is_read_in_the_orders_of_chinese(
    say: Say, text: str, said: str
) -> None:
    assert said in say("zh", text)


OPPOSED = [
    "遭到鲁里坦尼亚反对",
    "鲁里坦尼亚对此持不同意见",
    "但鲁里坦尼亚不同意",
    "鲁里坦尼亚却反对",
]


@pytest.mark.parametrize("side", OPPOSED)
def test_who_opposes_in_the_same_sentence_has_the_content_of_the_other(say: Say, side: str) -> None:
    found = say("zh", f"弗里多尼亚提议休息，{side}。")
    assert any(each.startswith("XRU") and "not 提议 | 休息" in each for each in found)


def test_who_takes_the_same_position_opposes_as_well(say: Say) -> None:
    assert "XRU | 反对 | 休息" in say("zh", "弗里多尼亚反对休息，鲁里坦尼亚也持同样立场。")


def test_a_verb_that_describes_a_noun_says_nothing(say: Say) -> None:
    assert say("zh", "弗里多尼亚支持的案文已经印发。") == []


OWN = [
    ("请允许我强调照明的重要性。", "强调 | 照明的重要性"),
    ("我们希望报告能够出版。", "希望 | 报告能够出版"),
    ("请秘书处分发文件。", "请 | 秘书处分发文件"),
    ("我们高度评价这份报告。", "高度评价 | 这份报告"),
    ("我们支持并欢迎这一倡议。", "支持 | 这一倡议"),
]


@pytest.mark.parametrize(("text", "said"), OWN)
def test_the_author_speaks_in_the_forms_of_statements(say: Say, text: str, said: str) -> None:
    found = [each.partition(" | ")[2] for each in say("zh", text, "statement", "XFR")]
    assert said in found


def test_a_warning_opposes(find: Find) -> None:
    assert find("zh", "弗里多尼亚告诫不要仓促作出决定。")[0].stance == "opposes"
