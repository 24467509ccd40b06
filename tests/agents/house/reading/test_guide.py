"""Questions of style that the guide answers, and wishes for clothes that only sound like them."""

from datetime import date
from typing import get_args

import pytest

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_lexicon
from agents.house.merge import write
from agents.house.phrases import load_phrases
from agents.house.reading.guide import load_topics, topic_of
from agents.house.understand import understand
from stores.vocabulary import Brief, Language
from tests.agents.house.merge_requests import request

LANGUAGES: tuple[Language, ...] = get_args(Language)
ASKED = {
    "can I wear stripes with checks?": "stripes_checks",
    "how should a suit jacket fit?": "jacket_fit",
    "should my belt match my shoes?": "belt_shoes",
    "I have a pear shape, what suits me?": "shape_pear",
    "what colours suit olive skin?": "olive_skin",
    "how do I wash a cashmere sweater?": "care_knit",
    "what should I never wear to an interview?": "interview_never",
    "is it ok to wear white after Labor Day?": "white_after",
    "how do I build a capsule wardrobe?": "capsule",
    "am I too old for a mini skirt?": "age",
    "I'm 58, is a mini skirt ok for my age?": "age_may",
    "can I still wear ripped jeans at 60?": "age_may",
    "J'ai 62 ans, je peux encore porter une mini-jupe ?": "age_may",
    "une jupe courte à mon âge, c'est ridicule ?": "age_may",
    "我五十八岁了，还能穿短裙吗": "age_may",
    "我这个年纪穿牛仔裤合适吗？": "age_may",
    "I want to look taller": "petite",
    "Je voudrais paraître plus grand": "petite",
    "想显高一点": "petite",
    "quelles chaussettes avec des mocassins ?": "socks",
    "J'ai les hanches larges, comment m'habiller ?": "shape_pear",
    "faut-il assortir la ceinture aux chaussures ?": "belt_shoes",
    "comment laver un pull en cachemire ?": "care_knit",
    "je suis petite, comment paraître plus grande ?": "petite",
    "entre deux tailles, laquelle prendre ?": "size_between",
    "条纹和格子能一起穿吗？": "stripes_checks",
    "梨形身材怎么穿？": "shape_pear",
    "羊绒衫怎么洗？": "care_knit",
    "how do I wash my wool coat?": "care_coat",
    "羊毛大衣怎么洗？": "care_coat",
    "comment nettoyer mon manteau en laine ?": "care_coat",
    "how do I clean a wool suit?": "care_suit",
    "comment nettoyer ma veste en cuir ?": "care_suede",
    "how do I get red wine out of a silk shirt?": "stains",
    "j'ai une tache de gras sur ma chemise, comment l'enlever ?": "stains",
    "白衬衫领子发黄怎么洗？": "stains",
    "西装能配小白鞋吗？": "sneakers_suit",
    "黄皮适合什么颜色？": "olive_skin",
    "西装扣子怎么扣？": "buttons",
    "how do I accessorise a black dress?": "accessorise_dress",
    "which jacket over a jumpsuit?": "over_dress",
    "how can I wear a red dress to work?": "bright_at_work",
    "how do I dress up a white t-shirt?": "dress_up_basic",
    "what do I wear under a blazer": "under_blazer",
    "gold or silver?": "gold_silver",
    "gold or silver jewellery with a navy dress?": "gold_silver_with",
    "brown shoes or black?": "brown_or_black",
    "is linen with leather a good idea?": "cloth_pair",
    "lin et cuir ensemble, bonne idée ?": "cloth_pair",
    "粗花呢配牛仔，好看吗？": "cloth_pair",
    "牛仔衣配牛仔裤会不会土？": "denim_denim",
    "chaussettes blanches avec des mocassins, oui ou non ?": "socks",
    "quels bijoux avec une robe noire ?": "accessorise_dress",
    "quelle veste avec une robe longue ?": "over_dress",
    "comment porter une robe rouge au travail ?": "bright_at_work",
    "comment rendre un jean plus habillé ?": "dress_up_basic",
    "qu'est-ce qu'on met sous un blazer ?": "under_blazer",
    "doré ou argenté ?": "gold_silver",
    "des chaussures marron ou noires ?": "brown_or_black",
    "黑裙子配什么首饰？": "accessorise_dress",
    "连体裤外面配什么外套？": "over_dress",
    "红裙子上班怎么穿？": "bright_at_work",
    "西装里面穿什么？": "under_blazer",
    "金色还是银色？": "gold_silver",
    "鞋子棕色还是黑色？": "brown_or_black",
    "how tight should a shirt collar be?": "collar_fit",
    "what shoes with wide-leg trousers?": "shoes_wide_leg",
    "are open-toe shoes ok in the evening?": "open_toe",
    "what colour tie with a grey suit?": "tie_for_suit",
    "how do I store wool sweaters for the summer?": "store_winter",
    "how do I get a red wine stain out?": "stains",
    "my zip broke ten minutes before the wedding": "mending",
    "a button just came off my coat on the way to an interview, help": "mending",
    "ma fermeture éclair a lâché dix minutes avant le mariage": "mending",
    "mon ourlet s'est défait au bureau": "mending",
    "婚礼前十分钟拉链坏了": "mending",
    "衬衫扣子掉了怎么办": "mending",
    "is my tailor overcharging me, 60 euros for a hem?": "alterations",
    "how much does it cost to have trousers taken up in London?": "alterations",
    "60 euros pour un ourlet, c'est trop cher ?": "alterations",
    "改裤脚收60欧贵不贵": "alterations",
    "can I wear the same dress to two weddings?": "repeat_outfit",
    "comment paraître plus mince ?": "slimmer",
    "quelle chemise avec un costume gris ?": "shirt_for_suit",
    "le cachemire, ça se lave comment ?": "care_knit",
    "comment s'habiller quand on est petite ?": "petite",
    "皮带要和鞋子一个颜色吗": "belt_shoes",
    "乐福鞋要不要穿袜子": "socks",
    "阔腿裤配什么鞋": "shoes_wide_leg",
    "白衬衫里面要不要打底": "undershirt",
    "怎么穿显瘦？": "slimmer",
    "羽绒服能机洗吗": "care_down",
    "真丝怎么洗": "care_silk",
    "comment repasser le lin ?": "care_linen",
    "乐福鞋可以配西装吗": "loafers_suit",
    "can I wear loafers with a suit?": "loafers_suit",
    "T恤可以配西装吗": "tee_suit",
    "can you wear a belt with a tuxedo?": "tuxedo_belt",
    "à quelle hauteur doit arriver une jupe pour le travail ?": "skirt_length",
    "are skinny jeans ugly?": "skinny_jeans",
    "les jeans slim sont-ils moches ?": "skinny_jeans",
    "紧身牛仔裤丑吗？": "skinny_jeans",
    "are Crocs ugly?": "clogs",
    "洞洞鞋是不是很丑？": "clogs",
    "can I wear socks with sandals?": "socks_sandals",
    "is leopard print tacky?": "leopard",
    "le léopard, c'est vulgaire ?": "leopard",
    "豹纹俗气吗？": "leopard",
    "are bucket hats ugly?": "ugly",
    "les bobs, c'est moche ?": "ugly",
    "is green in fashion?": "colour_in",
    "le vert est-il à la mode ?": "colour_in",
    "绿色现在流行吗？": "colour_in",
    "are cargo pants in style?": "in_style",
    "le trench est-il à la mode ?": "in_style",
    "can I mix a striped shirt with a floral skirt?": "two_prints",
    "can I mix stripes and florals?": "two_prints",
    "je peux mélanger rayures et fleurs ?": "two_prints",
    "条纹和碎花能一起穿吗？": "two_prints",
}
WISHES = [
    "I'm petite, an outfit for the office",
    "I have a pear shape and a wedding in June, what do I wear?",
    "brown shoes and black trousers under 100 euros",
    "a blazer with gold buttons",
    "a sweater that isn't itchy",
    "waterproof leather boots, size 39",
    "comfortable heels for a wedding",
    "I need a dress that doesn't crease for travel",
    "a striped shirt and checked trousers",
    "a pocket square to match my navy tie",
    "Work outfit please, woman, I can't walk in heels",
    "je suis enceinte, une robe pour un mariage en juin",
    "un pull en laine facile à laver",
    "une chemise rayée et un pantalon à carreaux",
    "我怀孕了，要一条参加婚礼的裙子",
    "一件条纹衬衫配格子裤",
    "防水的皮靴，39码",
    "a gold or silver clutch",
    "my zip broke, find me another dress for tonight",
    "a midi skirt with a split hem under 60 euros",
    "I need skinny jeans in a trendy wash",
    "do you have trendy boots?",
    "which jacket is in fashion for a wedding in June?",
    "an outfit for an ugly sweater party",
    "my grey cardigan is ugly, what should I wear instead?",
    "a striped shirt to wear with my floral skirt",
    "je cherche un jean slim à la mode",
    "想买一条流行的绿色裙子",
    "find me brown or black shoes for a wedding",
    "a red dress for the office, woman",
    "une robe noire et des bijoux dorés",
    "un blazer et un haut à mettre dessous, femme",
    "一条黑裙子和一条项链",
]


def asked(text: str) -> Brief:
    return understand(UnderstandRequest(text=text, today=date(2026, 11, 21)))


def test_every_topic_is_asked_and_answered_in_each_language() -> None:
    for language in LANGUAGES:
        names = {topic.name for topic in load_topics(language)}
        answered = {key.split(".")[1] for key in load_phrases(language) if key.startswith("guide.")}
        assert names == answered
        assert all(part for topic in load_topics(language) for group in topic.groups for part in group if part.strip())


@pytest.mark.parametrize(("text", "topic"), ASKED.items())
def test_a_question_of_style_is_answered_in_words(text: str, topic: str) -> None:
    brief = asked(text)
    found = topic_of(text, brief.language)
    assert found is not None and found.name == topic
    assert (brief.intent, brief.about, brief.wanted, brief.owned) == ("ask_advice", ["guide"], [], [])


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_is_dressed(text: str) -> None:
    assert asked(text).intent in {"outfit", "find", "complete"}


@pytest.mark.parametrize(("text", "topic"), ASKED.items())
def test_the_answer_is_the_topics(text: str, topic: str) -> None:
    language = asked(text).language
    reply = "".join(write(request(language, text=text, intent="ask_advice", about=["guide"])))
    says, more = (load_phrases(language)[f"guide.{topic}.{part}"] for part in ("says", "more"))
    assert any(one[1:] in reply.replace("\u202f", " ").replace("\xa0", " ") for one in says)
    assert more[0][1:20] in reply.replace("\u202f", " ").replace("\xa0", " ")


def test_every_phrase_of_a_topic_can_be_read() -> None:
    for language in LANGUAGES:
        assert load_lexicon(language).language == language
        for topic in load_topics(language):
            text = " ".join(group[0].strip() for group in topic.groups)
            assert topic_of(text, language) is not None, (language, topic.name)
