import pytest

# What fails in there says what it found, as in a test.
pytest.register_assert_rewrite("tests.browser.support")
