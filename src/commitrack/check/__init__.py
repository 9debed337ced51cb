"""The rules of `check`: each looks at plain values and tells what is wrong with them."""
