"""A tiny model of sentences with random weights, as a folder: BERT, the mean of its words, unit length."""

import json
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WIDTH = 24


def sentences(folder: Path, seed: int = 0, prompts: dict[str, str] | None = None) -> Path:
    torch.manual_seed(seed)
    plain = folder / "plain"
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    number = {word: place for place, word in enumerate([*SPECIAL, *letters])}
    BertModel(BertConfig(
        vocab_size=len(number), hidden_size=WIDTH, intermediate_size=37, num_hidden_layers=2, num_attention_heads=4,
        max_position_embeddings=128,
    )).save_pretrained(plain)  # fmt: skip
    words = Tokenizer(models.BPE(vocab=number, merges=[]))
    words.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    words.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    PreTrainedTokenizerFast(
        tokenizer_object=words, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]",
        mask_token="[MASK]", model_max_length=128,
    ).save_pretrained(plain)  # fmt: skip
    parts = Transformer(str(plain), max_seq_length=128), Pooling(WIDTH), Normalize()
    SentenceTransformer(modules=list(parts), device="cpu").save(str(folder))
    if prompts:
        file = folder / "config_sentence_transformers.json"
        file.write_text(json.dumps(json.loads(file.read_text()) | {"prompts": prompts}))
    return folder
