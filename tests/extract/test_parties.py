"""Who is bound, towards whom, and who said so."""

import pytest

from commitrack.extract.countries import load_parties
from tests.extract.reading import read, read_one


def by(text: str) -> tuple[str, ...]:
    return [found for found in read(text) if found.is_tracked][-1].by


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("South Korea", "KR"), ("ROK", "KR"), ("Republic of Korea", "KR"), ("Seoul", "KR"),
        ("North Korea", "KP"), ("DPRK", "KP"), ("Taiwan", "TW"), ("Kosovo", "XK"),
        ("U.S.", "US"), ("United States", "US"), ("American", "US"), ("Washington", "US"),
        ("UK", "GB"), ("British", "GB"), ("London", "GB"), ("Turkey", "TR"), ("Argentine", "AR"),
        ("Dutch", "NL"), ("Kyiv", "UA"), ("Tokyo", "JP"), ("European Union", "EU"),
        ("NATO", "NATO"), ("United Nations", "UN"),
    ],
)  # fmt: skip
def test_a_country_or_an_institution_has_its_code(name: str, code: str) -> None:
    assert load_parties("en")[name] == code


@pytest.mark.parametrize("name", ["US$", "us", "Victoria", "Male", "IN", "Island"])
def test_what_is_mostly_no_country_is_none(name: str) -> None:
    assert name not in load_parties("en")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("Japan will lift the ban.", ("JP",), id="a country"),
        pytest.param("Tokyo will lift the ban.", ("JP",), id="a capital"),
        pytest.param("The Japanese side will lift the ban.", ("JP",), id="a side"),
        pytest.param(
            "Japanese Foreign Minister Aoi Mori will visit Rome.", ("JP",), id="an office"
        ),
        pytest.param("The U.S. and Mexico agreed to reopen the bridge.", ("US", "MX"), id="two"),
        pytest.param("Bank of China will close a branch.", ("Bank of China",), id="a bank"),
        pytest.param(
            "American Airlines will drop the route.", ("American Airlines",), id="a firm's name"
        ),
        pytest.param("Until then officials will read it.", ("officials",), id="an adverb before"),
        pytest.param("Exporters who want more will pay.", ("Exporters",), id="who"),
        pytest.param("Mr. Jordan will resign.", ("Jordan",), id="a person"),
        pytest.param("French fries will be sold.", (), id="a dish"),
        pytest.param("Iran's army will test a missile.", ("IR",), id="a country's army"),
        pytest.param(
            "Peru and Chile met. Both sides agreed to open a road.", ("PE", "CL"), id="both sides"
        ),
        pytest.param("Acme is in Bonn. The company will move.", ("Acme",), id="the company"),
        pytest.param("Acme said it will move.", ("Acme",), id="it"),
        pytest.param("“We will move,” said Acme.", ("Acme",), id="we"),
        pytest.param("Two plants will be closed by Acme.", ("Acme",), id="in the passive"),
        pytest.param("Acme's plants will be closed.", ("Acme",), id="an owner"),
        pytest.param(
            "Acme agreed with Orbita to share a depot.", ("Acme", "Orbita"), id="with another"
        ),
        pytest.param("Rolls-Royce will close a mill.", ("Rolls-Royce",), id="a hyphen in a name"),
        pytest.param("Ford-U.S. talks will be held.", ("US",), id="a hyphen between names"),
        pytest.param("Paris-based Total will move.", ("Total",), id="where a firm is based"),
        pytest.param("Without Acme it will fail. N. Korea will fire.", ("KP",), id="an initial"),
        pytest.param(
            "A subsidiary of Acme Foods plc will move.",
            ("subsidiary of Acme Foods plc",),
            id="whose subsidiary",
        ),
        pytest.param(
            "Millions of poor farmers will pay a levy from May.",
            ("Millions of poor farmers",),
            id="millions",
        ),
        pytest.param("Most other unions will close a gate.", ("other unions",), id="others"),
        pytest.param(
            "A sergeant assigned to each balloon will stop it.", ("sergeant",), id="assigned"
        ),
        pytest.param(
            "Acme's Orbita Foods will close a mill.", ("Orbita Foods",), id="an owner's firm"
        ),
        pytest.param(
            "Acme met with Orbita. It will close a mill.", ("Acme",), id="it, after a sentence"
        ),
        pytest.param(
            "Ann Lee called. She told Reuters most of it will stay. She will sell a mill.",
            ("Ann Lee",),
            id="no addressee",
        ),
        pytest.param(
            "Ann Lee told the Post the airline will move.", ("Ann Lee",), id="told without that"
        ),
        pytest.param("Ghent dockers met, and they will strike.", ("Ghent dockers",), id="they"),
        pytest.param(
            "Acme Corp is old. Ann Lee is not. She will run it.", ("Ann Lee",), id="she, no firm"
        ),
        pytest.param(
            "“It rained,” Ann Lee said. “We will stay.”", ("Ann Lee",), id="who spoke last"
        ),
        pytest.param("Acme is old. We will visit a mill.", (), id="we of nobody"),
        pytest.param("Acme announced on Monday a plan to move.", ("Acme",), id="over a day"),
        pytest.param("A meeting to be held on 1 May will be short.", (), id="what is held"),
    ],
)
def test_who_is_bound(text: str, parties: tuple[str, ...]) -> None:
    assert set(by(text)) == set(parties)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Brazil urged Peru to open the road.", ("PE",)),
        ("Brazil called on Peru and Chile to open the road.", ("PE", "CL")),
        ("Canada will impose duties on India.", ("IN",)),
        ("Canada will open an office.", ()),
        ("Canada will open an office if troops return to Chile.", ()),
        ("Canada will persuade Chile to stay.", ("CL",)),
        ("Canada will cooperate with the Chilean government.", ("CL",)),
        ("Canada will end air travel to Chile.", ()),
        ("Canada will buy plants from Chilean firms.", ()),
        ("TEACHERS CALL FOR STATE TAX BREAKS TO END", ()),
    ],
)
def test_towards_whom(text: str, to: tuple[str, ...]) -> None:
    assert read_one(text).to == to


def test_who_said_it_is_told_when_it_is_another() -> None:
    found = read_one("Ann Lee said that Acme will open a depot.")

    assert (found.by, found.stated_by, found.via) == (("Acme",), "Ann Lee", None)


def test_a_shorter_name_of_who_is_bound_is_no_other_speaker() -> None:
    found = read_one("Acme Foods Corp said that Acme Foods will open a depot.")

    assert (found.by, found.stated_by) == (("Acme Foods",), None)


def test_whose_account_it_is() -> None:
    found = read_one("Acme will open a depot, according to the Daily Post.")

    assert (found.by, found.stated_by, found.via) == (("Acme",), None, "Daily Post")


def test_the_day_of_the_words_is_kept() -> None:
    found = read_one("Acme said on Monday that it will open a depot.")

    assert str(found.said) == "2024-02-05"
    assert found.dates == ()


def test_what_is_agreed_to_may_stand_in_the_sentence_before() -> None:
    wish, agreement = read(
        "Ghana expressed its hope that a joint fleet would be built soon. "
        "The Togolese side expressed its agreement."
    )

    assert (wish.kind.value, agreement.kind.value) == ("hope", "agreement")
    assert agreement.by == ("TG",)
    assert agreement.title == wish.title
