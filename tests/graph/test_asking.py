import pytest


@pytest.mark.parametrize(
    ("first", "then", "question"),
    [
        ("show me hats", "the 7th item", "Which one do you mean: the "),
        ("an outfit for the office for a man", "the 9th look", "Which one do you mean: the "),
        ("montre-moi des chapeaux", "le 8e article", "Il s'agit de quoi exactement : "),
    ],
)
async def test_what_there_is_is_listed(talk, first, then, question):
    shown = await talk.say(first)
    output = await talk.say(then)
    (asked,) = output["brief"]["questions"]
    assert asked.startswith(question)
    last = " or " if output["brief"]["language"] == "en" else " ou "
    assert asked.count(", ") + asked.count(last) == len(shown["looks"]) - 1


async def test_a_photo_that_was_never_sent_is_asked_for(talk):
    output = await talk.say("what goes with image number 7?")
    assert output["brief"]["questions"] == ["I have no picture of yours yet; will you send it?"]
    assert output["brief"]["unmet"][0] == {"constraint": "photo", "asked": "7", "nearest": None}


async def test_a_day_that_is_in_no_calendar_is_asked_about_beside_the_looks(talk):
    output = await talk.say("what should I wear to a wedding on 31 February")
    assert output["looks"]
    assert output["brief"]["questions"][0].endswith("which day do you mean?")
    assert output["messages"][-1].text.rstrip().endswith("which day do you mean?")


async def test_nothing_is_asked_where_all_is_there(talk):
    await talk.say("show me hats")
    assert (await talk.say("the second one"))["brief"]["questions"] == []


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("I'm going to Springfield, what should I pack?", "Missouri, Massachusetts or Illinois?"),
        ("je pars à Cambridge demain, je mets quoi ?", "plus d'un Cambridge ; c'est lequel : Royaume-Uni, Canada"),
        ("明天去剑桥穿什么", "叫剑桥的地方不止一处，是英国"),
    ],
)
async def test_a_place_that_has_namesakes_is_named_back_beside_a_first_proposal(talk, said, named):
    output = await talk.say(said)
    assert output["looks"] and 1 <= len(output["brief"]["questions"]) <= 2
    reply = output["messages"][-1].text.replace("\u2019", "'")
    assert named in reply.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("said", "answer", "place"),
    [
        ("I'm going to Springfield in January", "the one in Illinois", "Springfield, Illinois"),
        ("I'm going to Springfield in January", "Massachusetts", "Springfield, Massachusetts"),
        ("je vais à Cambridge en janvier", "celui du Canada", "Cambridge, Canada"),
        ("一月去剑桥穿什么", "英国的", "剑桥, 英国"),
    ],
)
async def test_which_of_the_namesakes_is_meant_may_be_answered(talk, said, answer, place):
    await talk.say(said)
    output = await talk.say(answer)
    assert output["brief"]["place"] == place
    assert output["brief"]["questions"] == [] and output["conditions"]["temp_min_c"] is not None


async def test_a_place_with_its_state_is_not_asked_about(talk):
    assert (await talk.say("what do I wear in Springfield, Illinois tomorrow?"))["brief"]["questions"] == []


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("an outfit for a ceremony", "What kind of ceremony"),
        ("a religious ceremony with my partner's family", "In which faith"),
        ("une tenue pour une cérémonie", "C'est quelle cérémonie"),
        ("参加一个仪式穿什么", "是什么仪式呢"),
    ],
)
async def test_which_ceremony_it_is_is_asked_beside_a_first_proposal(talk, said, asks):
    output = await talk.say(said)
    assert output["looks"] and len(output["brief"]["questions"]) == 1
    assert asks in output["brief"]["questions"][0]
