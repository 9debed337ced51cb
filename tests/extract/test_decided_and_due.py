"""What boards and authorities decide, what falls due, and what others are asked to do."""

from datetime import date

import pytest

from tests.extract.reading import read

FRIDAY = date(2024, 7, 5)


def tracked(sentence: str) -> list[str]:
    return [found.kind.value for found in read(sentence, FRIDAY) if found.is_tracked]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Norva declared an interim dividend of 12 cents a share.", "measure"),
        ("The board proposed a two-for-one stock split.", "measure"),
        ("The fees are payable on 1 August.", "measure"),
        ("The levy is payable within 30 days.", "measure"),
        ("The board has approved the purchase of two ferries.", "promise"),
        ("Its directors approved an agreement of merger with Norva.", "agreement"),
        ("Directors authorised a 20 million euro share buyback.", "promise"),
        ("The council was authorised to buy up to 300 boats.", "measure"),
        ("A toll on the bridge is being considered.", "intention"),
        ("The plan is aimed at cutting capacity over the next two years.", "target"),
        ("They have decided they will sell the pier.", "promise"),
        ("The owners decided they would not sell the pier.", "standing"),
        ("Norva is now proposing that 25 million euros be added to the price.", "offer"),
        ("The wage would go up to 8 euros in both towns.", "measure"),
        ("Norva raised the amount of cash it is offering for each share.", "offer"),
        ("The bid was raised to 45 pounds a share.", "offer"),
        ("Norva has raised its bid to 45 pounds a share.", "offer"),
        ("The line said it was drafting rules and was setting up a fund for the crews.", "promise"),
        ("A judge set August 12 as the date for the trial.", "measure"),
        ("The court gave the owners of the two ferries 30 days to appeal.", "measure"),
        ("The envoy has given Togo and Benin a 48 hour deadline.", "measure"),
        ("The three are expected to join in September.", "intention"),
        ("Officials said the farmers had two weeks to leave the island.", "measure"),
        ("Elections on 12 August will test the party.", "measure"),
        ("The accord includes a ban on night flights.", "agreement"),
        ("The report is likely to be published in August.", "intention"),
        ("The case will probably be heard in August.", "measure"),
        ("The bridge should be finished within two weeks.", "intention"),
        ("Norva expects the sale to close in about three months.", "intention"),
        ("Two guards will face charges of theft.", "measure"),
        ("Fishing on the lake becomes legal on 1 August.", "measure"),
        ("Lead becomes illegal in paints.", "measure"),
        ("There will be a referendum, the premier said.", "measure"),
        ("The line said it will need to continue its review beyond 1 August.", "standing"),
        ("He admitted he would have to sell the pier.", "intention"),
        ("The two sides were to meet later today.", "measure intention"),
        ("The party is to have a review of its rules.", "intention"),
        ("The army will help rebuild the bridge.", "promise"),
        ("The lock remains shut until 12 August.", "measure"),
        ("The toll would go up to 8 euros, the mayor said.", "measure"),
        ("The plan will go before the council on 12 August.", "measure"),
        ("The announcement will come at the end of the summit.", "measure"),
        ("The bill would require harbours to keep a log.", "measure"),
        ("The court barred the line from selling tickets.", "measure"),
        ("The mayor ordered an inquiry.", "demand"),
        ("A judge ordered that the two ferries be moored.", "demand"),
        ("The navy awarded Norva a 200 million dollar contract.", "agreement"),
        ("The council voted 7-2 to close the pier.", "measure"),
        ("Norva is headed for London on 12 August.", "measure"),
        ("People who stay will pay a fee of 5 euros.", "measure"),
        ("The guild said it would strike if the line cut its pay.", "threat"),
        ("Togo hopes it can complete the pact by the autumn.", "intention"),
        ("In August we will open three shops.", "promise"),
    ],
)
def test_what_is_decided_or_due_is_found(sentence: str, kind: str) -> None:
    assert tracked(sentence)[0] in kind.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild continues to urge its members to vote.",
        "The council continues to recommend that boats be moored.",
        "The guild said it wanted the yard to review its rules.",
        "Togo has been pressing Benin to discuss the canal.",
        "The ministry was asked by parliament to publish the figures.",
        "Residents are being urged to stay indoors.",
        "The envoy met the rebels and urged them to lay down arms.",
        "The sponsor put its payments on hold and has asked for an inquiry.",
        "The guild is pushing for a ban on night fishing.",
    ],
)
def test_what_another_is_asked_is_a_demand(sentence: str) -> None:
    assert tracked(sentence)[:1] == ["demand"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Shareholders approved the merger.",
        "The firm set a record for dividends last year.",
        "In 2010 the company declared a special dividend.",
        "The bonds are payable in dollars.",
        "Seat belts became mandatory in 1983.",
        "If the bill becomes law, owners would lose out.",
        "He is being considered for the post.",
        "The strike is aimed at disrupting travel.",
        "The couple decided it would be fun.",
        "The ruler set Monday alight with a song.",
        "The doctors gave him six months to live.",
        "They had two weeks to prepare for the game.",
        "The date has been under discussion since the summit in May.",
        "Prices are likely to be held down by weak demand in August.",
        "The vegetables should be cooked for two hours.",
        "The yard will face charges of 30 million dollars.",
        "There will be a strong wind.",
        "The town will need to find a new mayor.",
        "He was not authorised to speak to the press.",
        "She did not say he plans to leave.",
        "There is no sign he intends to resign.",
        "Prices stay high through the summer.",
        "The decision will come as a shock.",
        "The fee will fall to the buyer.",
        "Guards are barred from selling tickets.",
        "The singer was asked by reporters to comment on the film.",
        "He was asked by his wife to drive.",
        "Critics would attack him if he failed.",
        "He won the election on Sunday.",
        "In the past we would walk to the lake.",
        "He wanted his sons to be sailors.",
        "It will help build trust.",
        "Bread stays dear, and I eat as much as I want.",
    ],
)
def test_what_nobody_decided_is_left(sentence: str) -> None:
    assert tracked(sentence) == []
