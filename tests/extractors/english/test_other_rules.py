"""Passives, nouns, quotations, papers."""

from __future__ import annotations

from tests.extractors.english.conftest import Find, Say


def test_a_proposal_by_an_actor_is_a_statement(say: Say) -> None:
    found = say("Delegates discussed a proposal by RURITANIA to build piers.")
    assert found == ["XRU | proposal | to build piers"]


def test_a_proposal_may_be_named_by_an_adjective(say: Say) -> None:
    found = say("Delegates discussed the Ruritanian proposal to build piers.")
    assert found == ["XRU | proposal | to build piers"]


def test_a_proposal_ends_where_it_is_told_what_became_of_it(say: Say) -> None:
    told = say("The proposal by FREEDONIA to dig canals was opposed by RURITANIA.")
    assert "XFR | proposal | to dig canals" in told


def test_a_proposal_without_content_is_none(say: Say) -> None:
    assert say("Delegates discussed a proposal by RURITANIA.") == []


def test_a_possessive_is_no_speaker(say: Say) -> None:
    assert say("Ruritania's pier said nothing.") == []


def test_who_speaks_may_stand_behind_the_words(say: Say) -> None:
    found = say("“Piers rot,” said Ruritania.", "news")
    assert found == ["XRU | said | “Piers rot,”"]


def test_according_to_tells_who_speaks(say: Say) -> None:
    found = say("According to Ruritania, piers rot.", "news")
    assert found == ["XRU | According to | piers rot"]


def test_a_paper_speaks_for_those_who_issued_it(say: Say) -> None:
    text = "Ruritania announced that it would withdraw. The statement notes that piers rot."
    assert say(text, "news")[1] == "XRU | notes | that piers rot"


def test_a_paper_may_tell_who_issued_it(say: Say) -> None:
    found = say("The announcement, issued by Ruritania, reads that piers rot.", "news")
    assert found == ["XRU | reads | that piers rot"]


def test_a_paper_of_nobody_does_not_speak(find: Find) -> None:
    assert find("The report notes that piers rot.", "news") == []


def test_a_passive_without_an_actor_says_nothing(find: Find) -> None:
    assert find("The pier was opposed by fishermen.") == []


def test_a_proposal_may_be_opposed_where_it_stands(say: Say) -> None:
    found = say("Delegates discussed a Freedonia proposal, opposed by RURITANIA, to build piers.")
    assert found == ["XFR | proposal | to build piers", "XRU | not proposal | to build piers"]


def test_a_report_speaks_for_who_published_it_whoever_else_spoke_since(say: Say) -> None:
    text = (
        "Harbour Watch (HW) released a report on piers. Ruritania rejected it. "
        "The report also asks for oak. The statement was short."
    )
    assert say(text, "news")[-1] == "org:harbour-watch | asks | for oak"


def test_a_paper_that_nobody_announced_says_nothing(say: Say) -> None:
    found = say("Ruritania rejected the pier. The report asks for oak.", "news")
    assert found == ["XRU | rejected | the pier"]


def test_the_committee_is_the_one_that_spoke_last(say: Say) -> None:
    text = (
        "The Human Rights Committee urged care. It regretted delays. "
        "The same Committee recommended oak. The Council recommended nothing."
    )
    found = say(text)
    assert [each.split(" | ")[0] for each in found] == ["un:ccpr"] * 3


def test_an_office_speaks_behind_what_it_is_for(say: Say) -> None:
    found = say("The Special Rapporteur on safe piers noted delays. He urged care.")
    assert [each.split(" | ")[0] for each in found] == ["office:special-rapporteur"] * 2


def test_a_person_speaks_for_the_state_in_brackets(say: Say) -> None:
    assert say("Anna Sapt (Ruritania) reported on piers.") == ["XRU | reported | on piers"]


def test_a_heading_that_names_a_proposal_is_no_speaker(say: Say) -> None:
    found = say("RURITANIA PROPOSAL: Chair Sapt introduced the text.")
    assert found == ["office:chair | introduced | the text"]


def test_commenting_on_a_thing_only_leads_to_what_is_said(say: Say) -> None:
    found = say("Commenting on the text, Ruritania urged care.")
    assert found == ["XRU | urged | care"]


def test_opponents_do_not_share_the_reasons(say: Say) -> None:
    found = say("Ruritania, opposed by Freedonia, supported oak, arguing that it lasts.")
    assert found[-1] == "XRU | arguing | that it lasts"


def test_answering_somebody_only_leads_to_what_is_said(say: Say) -> None:
    assert say("Responding to Freedonia, Ruritania urged care.") == ["XRU | urged | care"]
