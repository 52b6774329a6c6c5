"""What French and Spanish have of their own: locutions, clitics, relatives, late subjects."""

from __future__ import annotations

import pytest

from stocktake.model import Act, Stance
from tests.extractors.languages.conftest import Find, Say

Told = list[str]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "Mme Nin (Freedonie) demande une pause.",
            ["XFR | demande | une pause"],
        ),
        (
            "es",
            "El Sr. Pol (Fredonia), con el apoyo del Sr. Ros (Silvania), pide una pausa.",
            ["XFR+XSY | pide | una pausa"],
        ),
    ],
)
def test_a_person_speaks_for_the_state_in_brackets(
    say: Say, language: str, text: str, said: Told
) -> None:
    assert say(language, text) == said


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("fr", "Le Ministre de la santé de la Freedonie a demandé une pause.", "minister"),
        ("fr", "Le Ministre des affaires étrangères de la Freedonie dit oui.", "foreign-minister"),
        ("es", "La Ministra de Educación de Fredonia pidió una pausa.", "minister"),
        ("es", "La embajadora de Fredonia pidió una pausa.", "permanent-representative"),
    ],
)
def test_an_office_may_tell_what_it_is_for(
    find: Find, language: str, text: str, office: str
) -> None:
    assert find(language, text)[0].actors[0][0].id == f"office:XFR:{office}"


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "La Freedonie a proposé une pause, proposition que la Sylvanie a appuyée.",
            ["XFR+XSY | proposé | une pause"],
        ),
        (
            "fr",
            "La pause a été refusée par la Freedonie, qui a jugé le temps trop court.",
            ["XFR | refusée | La pause", "XFR | jugé | le temps trop court"],
        ),
        (
            "es",
            "Fue Fredonia quien propuso una pausa.",
            ["XFR | propuso | una pausa"],
        ),
        (
            "es",
            "Fredonia, cuya idea fue apoyada por Silvania, pidió una pausa.",
            ["XFR | pidió | una pausa"],
        ),
    ],
)
def test_relative_clauses_are_about_those_before_them(
    say: Say, language: str, text: str, said: Told
) -> None:
    assert say(language, text) == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "Ont appuyé la pause la Freedonie et la Sylvanie.",
            ["XFR+XSY | appuyé | la pause"],
        ),
        (
            "es",
            "Se mostraron contrarias a la pausa Fredonia y Silvania.",
            ["XFR+XSY | mostraron | contrarias a la pausa"],
        ),
        (
            "es",
            "Dijo la representante de Fredonia que habría una pausa.",
            ["office:XFR:representative | Dijo | que habría una pausa"],
        ),
    ],
)
def test_a_subject_may_end_its_clause(say: Say, language: str, text: str, said: Told) -> None:
    assert say(language, text) == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "Ni la Freedonie ni la Sylvanie n'ont appuyé la pause.",
            ["XFR+XSY | not appuyé | la pause"],
        ),
        (
            "es",
            "Ni Fredonia ni Silvania apoyaron la pausa.",
            ["XFR+XSY | not apoyaron | la pausa"],
        ),
        ("es", "Tampoco Fredonia apoyó la pausa.", ["XFR | not apoyó | la pausa"]),
        ("fr", "Seule la Freedonie a refusé la pause.", ["XFR | refusé | la pause"]),
    ],
)
def test_neither_denies_for_both_and_only_for_nobody(
    say: Say, language: str, text: str, said: Told
) -> None:
    assert say(language, text) == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "La Freedonie a demandé une pause ; la Sylvanie a fait de même.",
            ["XFR | demandé | une pause", "XSY | demandé | une pause"],
        ),
        (
            "es",
            "Fredonia rechazó la pausa; Silvania hizo lo mismo.",
            ["XFR | rechazó | la pausa", "XSY | rechazó | la pausa"],
        ),
        (
            "fr",
            "La Freedonie appuie la pause, de même que la Sylvanie.",
            ["XFR+XSY | appuie | la pause"],
        ),
    ],
)
def test_who_does_likewise_says_the_same(say: Say, language: str, text: str, said: Told) -> None:
    assert say(language, text) == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "« La salle est petite », a fait observer pour sa part le délégué de la Freedonie.",
            ["XFR | fait | « La salle est petite »"],
        ),
        (
            "es",
            "«La sala es pequeña», señaló por su parte Fredonia.",
            ["XFR | señaló | «La sala es pequeña»"],
        ),
        (
            "fr",
            "Pour la Freedonie, la salle est petite.",
            ["XFR | Pour | la salle est petite"],
        ),
        (
            "es",
            "Según informó Fredonia, la sala es pequeña.",
            ["XFR | informó | la sala es pequeña"],
        ),
    ],
)
def test_words_are_told_beside_their_speaker(
    say: Say, language: str, text: str, said: Told
) -> None:
    assert say(language, text) == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "S'il appuie la pause, le Groupe côtier regrette le retard.",
            ["coastal | appuie | la pause", "coastal | regrette | le retard"],
        ),
        (
            "es",
            "Aunque celebra la pausa, Fredonia lamenta el retraso.",
            ["XFR | celebra | la pausa", "XFR | lamenta | el retraso"],
        ),
        (
            "fr",
            "La demande de la Freedonie visant à faire une pause a été rejetée par la Sylvanie.",
            [
                "XFR | demande | visant à faire une pause",
                "XSY | rejetée | La demande de la Freedonie visant à faire une pause",
            ],
        ),
        (
            "es",
            "A Fredonia le preocupa el retraso.",
            ["XFR | preocupa | el retraso"],
        ),
        (
            "fr",
            "Il a été proposé par la Freedonie de faire une pause.",
            ["XFR | proposé | de faire une pause"],
        ),
    ],
)
def test_clauses_that_depend_on_another_find_their_actor(
    say: Say, language: str, text: str, said: Told
) -> None:
    assert say(language, text) == said


@pytest.mark.parametrize(
    ("language", "text", "act", "stance"),
    [
        ("fr", "La Freedonie a fait part de ses vives réserves.", Act.RESERVES, Stance.OPPOSES),
        ("fr", "La Freedonie n'a pas d'objection à la pause.", Act.SUPPORTS, Stance.SUPPORTS),
        (
            "fr",
            "La Freedonie a dit ne voir aucune objection à la pause.",
            Act.SUPPORTS,
            Stance.SUPPORTS,
        ),
        ("fr", "La Freedonie s'est prononcée résolument contre.", Act.OPPOSES, Stance.OPPOSES),
        ("fr", "La Freedonie juge la pause indispensable.", Act.REPORTS, Stance.NEUTRAL),
        ("fr", "La Freedonie juge indispensable une pause.", Act.REQUESTS, Stance.SUPPORTS),
        ("es", "Fredonia hizo votos por una pausa.", Act.REQUESTS, Stance.SUPPORTS),
        ("es", "Fredonia dijo que no tenía objeciones.", Act.SUPPORTS, Stance.SUPPORTS),
        ("es", "Fredonia no ve inconveniente en la pausa.", Act.SUPPORTS, Stance.SUPPORTS),
        ("es", "Fredonia se mostró muy reacia a la pausa.", Act.OPPOSES, Stance.OPPOSES),
    ],
)
def test_locutions_take_sides(
    find: Find, language: str, text: str, act: Act, stance: Stance
) -> None:
    found = find(language, text)[0]
    assert (found.act, found.stance) == (act, stance)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "Nous ouvrirons une salle.", ["author | ouvrirons | une salle"]),
        ("fr", "Nous n'irons pas.", []),
        ("fr", "Mon pays ouvrira une salle.", ["author | ouvrira | une salle"]),
        ("es", "Abriremos una sala.", ["author | Abriremos | una sala"]),
        ("es", "Vamos a abrir una sala.", ["author | abrir | una sala"]),
        ("es", "Habrá una sala.", []),
        ("es", "Nos alegra la pausa.", ["author | alegra | la pausa"]),
        ("es", "Es inaceptable el retraso.", ["author | inaceptable | el retraso"]),
        (
            "fr",
            "Les villes sont invitées à ouvrir une salle.",
            ["author | invitées | Les villes sont invitées à ouvrir une salle"],
        ),
        ("fr", "Nous estimons que la salle est belle.", []),
        (
            "fr",
            "Nous estimons que la salle doit ouvrir.",
            ["author | estimons | que la salle doit ouvrir"],
        ),
    ],
)
def test_the_author_acts_by_any_verb(say: Say, language: str, text: str, said: Told) -> None:
    assert say(language, text, "statement") == said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Freedonie et la Sylvanie partagent une longue frontière."),
        ("fr", "À la demande de la Freedonie, la salle a fermé."),
        ("fr", "La Freedonie a ouvert trois salles."),
        ("es", "A petición de Fredonia, se cerró la sala."),
        ("es", "Participaron Fredonia y Silvania."),
        ("es", "Fredonia comparte una larga frontera con Silvania."),
    ],
)
def test_what_happens_is_no_statement(say: Say, language: str, text: str) -> None:
    assert say(language, text) == []


def test_points_lettered_with_several_letters_stand_alone(say: Say) -> None:
    text = "Les villes doivent : i) ouvrir une salle ; ii) compter les chaises."
    assert say("fr", text, "statement") == [
        "author | ouvrir | ouvrir une salle",
        "author | compter | compter les chaises",
    ]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "La délégation éthiopienne appuie la version française.",
            ["ETH | appuie | la version française"],
        ),
        (
            "es",
            "La propuesta chilena de hacer una pausa fue apoyada por Fredonia.",
            [
                "CHL | propuesta | de hacer una pausa",
                "XFR | apoyada | La propuesta chilena de hacer una pausa",
            ],
        ),
    ],
)
def test_an_adjective_names_a_state_behind_a_delegation_or_a_proposal(
    say: Say, language: str, text: str, said: Told
) -> None:
    assert say(language, text) == said


def test_who_is_told_beside_a_group_speaks_with_it(say: Say) -> None:
    text = "Le Groupe côtier, par la voix de la Freedonie, a demandé une pause."
    assert say("fr", text) == ["coastal+XFR | demandé | une pause"]


def test_a_participle_with_a_subject_of_its_own_is_told_of_it(say: Say) -> None:
    text = "La Freedonie a proposé une pause, la Sylvanie préférant un repas."
    assert say("fr", text) == ["XFR | proposé | une pause", "XSY | préférant | un repas"]


def test_a_closing_quotation_mark_behind_a_space_keeps_its_stop(say: Say) -> None:
    text = "La Freedonie a déclaré : « Nous voterons pour. »"
    assert say("fr", text) == ["XFR | déclaré | « Nous voterons pour. »"]


def test_who_could_accept_a_thing_supports_it(find: Find) -> None:
    found = find("es", "Fredonia dijo que podría aceptar la pausa si era breve.")
    assert found[0].stance is Stance.SUPPORTS


def test_an_opposition_without_content_takes_no_request_for_it(say: Say) -> None:
    text = "Fredonia se opuso y pidió que hubiera una pausa."
    assert say("es", text) == ["XFR | opuso | opuso", "XFR | pidió | que hubiera una pausa"]


def test_a_view_is_shared_in_the_passive_too(say: Say) -> None:
    text = "L'avis de la Freedonie a été partagé par la Sylvanie."
    assert say("fr", text) == ["XSY | partagé | L'avis de la Freedonie"]
