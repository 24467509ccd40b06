from stores.caller import LOCAL, Caller


def test_key_is_stable_and_fit_for_paths_and_namespaces() -> None:
    assert Caller("ada@example.org").key == Caller("ada@example.org", frozenset({"admin"})).key
    assert Caller("ada@example.org").key.isalnum()
    assert Caller("ada").key != Caller("bea").key


def test_repr_does_not_tell_the_id() -> None:
    assert "ada" not in repr(Caller("ada@example.org"))
    assert "ada" not in str(Caller("ada@example.org"))


def test_a_caller_may_little_and_the_local_one_everything() -> None:
    assert Caller("ada").rights == {"person"}
    assert LOCAL.rights == {"person", "edit_prompts", "admin"}
