"""The constructions by the name that the table of cuts gives them."""

from stores.drawing.accessories import Belt, Glasses, Gloves, Hair, Umbrella
from stores.drawing.backpacks import Backpack
from stores.drawing.bags import Bag
from stores.drawing.boots import Boot
from stores.drawing.bottoms import Trousers
from stores.drawing.coats import Trench
from stores.drawing.cut import Cut
from stores.drawing.dresses import Dress
from stores.drawing.fronts import Achkan, Cardigan
from stores.drawing.gowns import Gown
from stores.drawing.headdresses import Fascinator, Headscarf
from stores.drawing.headwear import Hat
from stores.drawing.heels import Heel
from stores.drawing.hosiery import Socks, Tights
from stores.drawing.jewellery import Jewel
from stores.drawing.jumpsuits import Jumpsuit
from stores.drawing.outerwear import Outer
from stores.drawing.sandals import Sandal
from stores.drawing.scarves import Scarf
from stores.drawing.sets import Churidar, Lehenga, Overalls, Pyjamas, Saree
from stores.drawing.shoes import Flat, LowShoe
from stores.drawing.skirts import Skirt
from stores.drawing.sneakers import Sneaker
from stores.drawing.suspenders import Braces
from stores.drawing.swimwear import Swim
from stores.drawing.tailoring import Jacket
from stores.drawing.ties import Tie
from stores.drawing.tops import Top
from stores.drawing.watches import Watch

CONSTRUCTIONS: dict[str, type[Cut]] = {
    "top": Top, "cardigan": Cardigan, "achkan": Achkan, "churidar": Churidar, "outer": Outer, "jacket": Jacket,
    "trench": Trench, "trousers": Trousers, "skirt": Skirt, "dress": Dress, "gown": Gown, "jumpsuit": Jumpsuit,
    "overalls": Overalls, "pyjamas": Pyjamas, "lehenga": Lehenga, "saree": Saree, "sneaker": Sneaker,
    "low_shoe": LowShoe, "flat": Flat, "heel": Heel, "boot": Boot, "sandal": Sandal, "socks": Socks, "tights": Tights,
    "swim": Swim, "braces": Braces, "bag": Bag, "backpack": Backpack, "hat": Hat, "fascinator": Fascinator,
    "headscarf": Headscarf, "scarf": Scarf, "tie": Tie, "belt": Belt, "gloves": Gloves, "glasses": Glasses,
    "umbrella": Umbrella, "hair": Hair, "jewel": Jewel, "watch": Watch
}  # fmt: skip
