"""What comes to pass in the world, what was and what is only said: turns that bind nobody."""

from datetime import date

import pytest

from tests.extract.reading import read

FRIDAY = date(2025, 7, 4)


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour tax will expose small yards to ruin.",
        "The new harbour wall will bring crowds to the quarter.",
        "It will change the way the town works.",
        "The treaty will open up new markets.",
        "It would add little to the profit of the line.",
        "The rule will make it harder for widows to sell.",
        "Storms will move into the bay tonight.",
        "That will create a queue at the lock.",
        "It will take a lot of work to mend the quay.",
        "The gales will continue to be a problem on Sunday.",
        "The wharf will likely be sold.",
        "If skippers see no patrol, they will not slow down.",
        "If the toll rises, other ports will follow.",
        "Without a ferry, shops will lose their guests.",
        "Once you pay the toll, you will get a ticket.",
        "The crew will go into the final race with a new boat.",
        "Will the plan work?",
        "There is no guarantee that the port will sell the pier.",
        "A typical crew will spend 50 euros.",
        "Doing so would break the law.",
        "The question is who will pay.",
        "It does not mean that Norva will sell the pier.",
        "There was no decision that the line will close the lock.",
        "The smell of the harbour will not go away.",
        "Norva said it will report a loss for 2025.",
        "There is going to be an effect on the trade.",
        "The fees are due to increased demand.",
        "Skippers will have to cope with higher fees.",
        "The firm must choose between two bids, he said.",
        "The crews will clearly leave the port.",
        "Large cargoes likely to be bought in August are on their way.",
        "The third quarter ends on 30 September.",
        "Most voters will stay home.",
        "Norva will close the pier, he predicted.",
        "Norva will sell the pier, analysts believe.",
        "Other firms will follow.",
        "Peace will not come by talks.",
        "The crews are still to receive their pay.",
    ],
)
def test_what_comes_to_pass_is_decided_by_nobody(sentence: str) -> None:
    assert _tracked(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "He'd begin each talk with a joke.",
        "She would often stop at the pier.",
        "He would later become mayor.",
        "I would dispute that, she said.",
        "Any other captain would be sacked.",
        "They fled in 2009 and planned to return.",
        "At the time, the line planned to build ten piers.",
        "Years ago the town voted to drain the lake.",
        "In recent years, critics have called for the lock to be closed.",
        "Anglers have long called for a ban on nets.",
        "It is the largest sum the port has ever offered.",
        "The gunman threatened to come back.",
        "He was planning to retire when the ferry sank.",
        "A week ago he was promising a new lock.",
        "In 2011 the line announced it would sell two ferries.",
        "The clan has refused for centuries to sell its land.",
        "The court heard that he threatened to burn the boat.",
        "It alleges that the owners agreed to hide the losses.",
        "The yard has lost money since it agreed to build the ferry.",
    ],
)
def test_what_was_is_told_of_the_past(sentence: str) -> None:
    assert _tracked(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The price was within the range agreed on in May.",
        "Those are the terms they agreed to at the talks.",
        "The rules are part of the recently announced agreement on tolls.",
        "A swap occurs when two owners agree to trade ships.",
        "Skippers agree on the need for a light.",
        "The lock has been, for 80 years, a solemn promise.",
        "The schedule lists the tolls for the year.",
        "The board held a regularly scheduled meeting today.",
        "The yard may need the cash to make an offer for the ferry.",
        "She is a stern judge, ready to interrupt.",
        "A leak threatens to undermine the talks.",
        "The wreck closed the canal, threatening the trade with losses.",
        "The race promises to be a treat.",
        "A poll from June showed that few like the toll.",
        "Crews stay home as the rule takes effect.",
        "A lot of mending remains to be done by August.",
        "The thief is being sought in three ports.",
        "He recalls a talk about the wreck.",
        "The port is trying to understand the loss.",
        "We want to win the race.",
        "People who intend to sail need a map.",
        "The trick is to keep rowing.",
        "Eels are to be found in the lake.",
        "They agreed to disagree.",
        "Not all skippers insist that the lock be closed.",
        "Two yards bid, neither of which would comment.",
        "The next fee would be tax-related.",
        "She wants the world to know.",
        "Both captains agreed the race was over.",
        "He threatened her with an oar.",
        "Guards believe that the clerk set aside two million euros.",
        "A critic said the port should do more.",
        "Yards are adding crews this summer.",
        "Just as we are trying to sell the pier, prices are falling.",
        "The port is not expected to raise its toll, analysts said.",
        "I am astonished that Norva would close the lock, he said.",
        '"Is Norva ready to pay?" he said.',
        '"Why did Norva agree to sell the pier?" he asked.',
        "Catches rose to 9,000 tonnes, exceeding a target of 8,000 tonnes.",
        "Norva reported a strong start to the current year.",
        "The talks failed after being extended through the weekend.",
        "The Inland Press contributed to the story.",
        "Click to search our list",
        "Someone should close the lock, he said.",
        "Banks are required to submit proof, he said.",
        "The effective rate for the coming week is 3.8 percent.",
        "It's a wakeup call for the sport.",
        "Firms that plan to expand need credit.",
        "Owners who agree to wait are few.",
        "She would not comment on reports that Norva plans to sell its pier.",
        "Norva is not aware of any plan to sell the pier.",
        "Norva met its target of 20 percent.",
        "Nobody knows when Norva will sell the pier.",
        "Norva should continue to grow, he said.",
    ],
)
def test_what_only_sounds_like_a_bond_is_none(sentence: str) -> None:
    assert _tracked(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The port vowed to expose the smugglers.", "promise"),
        ("Norva said it would change the way it pays its crews.", "promise"),
        ("The law will let skippers sell their catch.", "measure"),
        ("If the line does not find a buyer by May, the plant will close.", "promise"),
        ("He said he would resign in May.", "promise"),
        ("The guild would appeal, it said.", "promise"),
        ("The line was planning to sell its pier, a spokesman said.", "intention"),
        ("Norva is trying to sell its mill.", "intention"),
        ("The town agreed to by-laws, and agreed to close the lock.", "agreement"),
        ("The law bans nets from 1 August.", "measure"),
        ("The line recalls 400 rafts.", "promise"),
        ("Some 400 people are to lose their jobs at the yard.", "intention"),
        ("Norva threatened to leave.", "threat"),
        ("Norva is opening a wharf in August.", "promise"),
        ("The rule takes effect today.", "measure"),
        ("Under the deal announced in May, Norva would sell two ferries.", "agreement"),
        ("Norva denied that it planned to leave.", "standing"),
        ("Two firms that won the bid plan to expand.", "intention"),
        ("She said in a report that Norva plans to sell its pier.", "intention"),
        ("The ferry is due to proceed to Oslo on Monday.", "measure"),
        ("Owners who agreed to wait are few.", "agreement"),
        ("Norva will sell the pier, estimated to be worth ten million.", "promise"),
        ("The rise is effective on 1 August.", "measure"),
        ("The crews call for a new lock.", "demand"),
        ("Banks are required to submit proof by 1 August.", "measure"),
        ("The bank must submit proof, he said.", "demand"),
        ("Crews who plan to strike on Monday met today.", "intention"),
        ("Other firms will close.", "promise"),
        ("Most crews will leave on Monday.", "promise"),
        ("It means that Norva will sell the pier.", "promise"),
        ("Norva said it will report on its yards in August.", "promise"),
        ("There is going to be a vote on the toll in August.", "intention"),
        ("The ferries are due to be sold.", "intention"),
        ("Skippers will have to sign a log.", "measure"),
        ("A week of strikes begins on Monday.", "measure"),
        ("The line set a target of 8,000 tonnes by 2027.", "target"),
        ("The plan calls for a new lock.", "intention"),
        ("Norva should close the lock, he said.", "demand"),
        ("As experts had expected, the port decided to close the lock.", "promise"),
    ],
)
def test_what_somebody_decides_is_kept(sentence: str, kind: str) -> None:
    assert _tracked(sentence)[:1] == [kind]


def _tracked(sentence: str) -> list[str]:
    return [found.kind.value for found in read(sentence, FRIDAY) if found.is_tracked]
