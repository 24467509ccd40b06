import pytest

from stores.caller import LOCAL, Caller, caller_in, known_caller


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


def test_a_run_belongs_to_whom_the_server_names() -> None:
    ada = Caller("ada")
    assert caller_in({}) == caller_in({"configurable": {"thread_id": "t"}}) == LOCAL
    assert caller_in({"configurable": {"caller": ada}}) is ada
    user = {"langgraph_auth_user_id": "ada", "langgraph_auth_permissions": ["person", "everything"]}
    assert caller_in({"configurable": user}) == ada
    assert caller_in({"configurable": {"langgraph_auth_user_id": "ada"}}).rights == frozenset()
    assert caller_in({"configurable": {"langgraph_auth_user_id": "bea", "caller": ada}}) is ada


def test_what_a_client_says_of_itself_is_refused() -> None:
    for said in ("ada", {"id": "ada"}, None):
        with pytest.raises(PermissionError):
            caller_in({"configurable": {"caller": said, "langgraph_auth_user_id": "ada"}})


def test_only_rights_count_as_permissions() -> None:
    assert known_caller("ada", ["admin", "root"]).rights == {"admin"}
