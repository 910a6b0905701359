# PyYAML's own parser is slower than libyaml and reads some texts otherwise: a question mark in `[Waarom?]`, a tab after
# a value, the last line without a line end. Whatever it reads otherwise stands here, after libyaml's scanner.c (0.2.5),
# so that a record is right or wrong on every machine alike. `test_pure_parser.py` compares the two.
"""A parser for where PyYAML comes without libyaml, which reads as libyaml does."""

import re

from yaml.error import Mark
from yaml.events import Event, ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import (
    DirectiveToken,
    FlowEntryToken,
    FlowMappingEndToken,
    FlowSequenceEndToken,
    ScalarToken,
    TagToken,
    ValueToken,
)

_BREAKS = "\r\n\x85\u2028\u2029"
_BLANK_OR_END = f"\0 \t{_BREAKS}"

_WORD = re.compile(rf"(?:[^{_BLANK_OR_END}:]|:(?![{_BLANK_OR_END}]))*")
_WORD_IN_BRACKETS = re.compile(rf"(?:[^{_BLANK_OR_END}:,\[\]{{}}]|:(?![{_BLANK_OR_END},?\[\]{{}}]))*")
_BLANKS = re.compile(r"[ \t]*")
_BLOCK_HEADER = re.compile(
    rf"(?P<before>[+-]?)(?P<digit>[0-9]?)(?P<after>(?:(?<=[0-9])(?<![+-][0-9])[+-])?)[ \t]*(?:#[^\0{_BREAKS}]*)?"
)
_QUOTED_WORD = re.compile(rf'(?:[^"\\{_BLANK_OR_END}]|\\[^{_BREAKS}]|\\[{_BREAKS}][ \t{_BREAKS}]*)*')
_TAG = re.compile(r"!(?:<[^\0\s>]*>|(?:[\w;/?:@&=+$.!~*'()-]|%[0-9A-Fa-f]{2})*)", re.ASCII)
_ESCAPE = re.compile(r"\\(?P<letter>.)(?P<digits>[0-9A-Fa-f]*)", re.DOTALL)


class PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, as exact as libyaml."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def fetch_stream_end(self) -> None:
        """Ends the stream on a new line: a key or a quote without its end is told as at the end of any line."""
        if self.column:
            self.line, self.column = self.line + 1, 0
            self.stale_possible_simple_keys()
        super().fetch_stream_end()

    def scan_to_next_token(self) -> None:
        """Passes over spaces, comments and line ends; a tab is space too where no key or item can start."""
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in f"\0{_BREAKS}":
                    self.forward()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_directive(self) -> DirectiveToken:
        """Refuses a directive that nobody knows."""
        token = super().scan_directive()
        if token.name not in ("YAML", "TAG"):
            raise ScannerError(
                "while scanning a directive", token.start_mark, "found unknown directive name", token.start_mark
            )
        return token

    def scan_tag(self) -> TagToken:
        """Scans a tag, which no record may hold: what matters is where it starts and ends."""
        start, tag = self.get_mark(), self._match(_TAG)
        self.forward(len(tag))
        if self.peek() not in _BLANK_OR_END and not (self.flow_level and self.peek() == ","):
            said = "did not find expected whitespace or line break"
            raise ScannerError("while scanning a tag", start, said, self.get_mark())
        return TagToken((None, tag), start, self.get_mark())

    def scan_plain(self) -> ScalarToken:
        """Scans text without quotes; in brackets it may hold a question mark."""
        start = end = self.get_mark()
        text = gap = ""
        while self.peek() != "#" and not self._is_document_mark():
            word = self._match(_WORD_IN_BRACKETS if self.flow_level else _WORD)
            if word:
                text += gap + word
                self.allow_simple_key = False
                self.forward(len(word))
                end = self.get_mark()
            if self.flow_level and self.peek() == ":" and self.peek(1) in ",?[]{}":
                raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
            if self.peek() not in f" \t{_BREAKS}":
                break
            gap = self._gap(start)
            if not self.flow_level and self.column <= self.indent:
                break
        return ScalarToken(text, True, start, end)

    def _gap(self, start: Mark) -> str:
        """Reads what stands between two words: blanks as they are, or lines, folded."""
        blanks = self._match(_BLANKS)
        self.forward(len(blanks))
        if self.peek() not in _BREAKS:
            return blanks
        first = self.scan_line_break()
        self.allow_simple_key = True
        rest = ""
        while self.peek() in f" \t{_BREAKS}":
            if self.peek() == "\t" and self.column <= self.indent:
                said = "found a tab character that violates indentation"
                raise ScannerError("while scanning a plain scalar", start, said, self.get_mark())
            if self.peek() in " \t":
                self.forward()
            else:
                rest += self.scan_line_break()
        return (rest or " ") if first == "\n" else first + rest

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Mark) -> list[str]:
        """Scans a word between quotes, once its escapes are known to be right."""
        if double:
            word = self._match(_QUOTED_WORD)
            for escape in _ESCAPE.finditer(word):
                problem = self._problem(escape["letter"], escape["digits"])
                if problem:
                    self.forward(escape.start() + 2 * (escape["letter"] in self.ESCAPE_CODES))
                    raise ScannerError("while scanning a quoted scalar", start_mark, problem, self.get_mark())
        return super().scan_flow_scalar_non_spaces(double, start_mark)

    def _problem(self, letter: str, digits: str) -> str:
        length = self.ESCAPE_CODES.get(letter)
        if length is None:
            return "" if letter in self.ESCAPE_REPLACEMENTS or letter in _BREAKS else "found unknown escape character"
        if len(digits) < length:
            return "did not find expected hexdecimal number"
        code = int(digits[:length], 16)
        return "found invalid Unicode character escape code" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else ""

    def scan_block_scalar_indicators(self, start_mark: Mark) -> tuple[bool | None, int | None]:
        """Scans what stands after `|` or `>`, the comment included."""
        header = _BLOCK_HEADER.match(self.buffer, self.pointer)
        assert header is not None  # noqa: S101 - every part of it may be left out
        if header["digit"] == "0":
            self.forward(header.start("digit") - header.start())
            said = "found an indentation indicator equal to 0"
            raise ScannerError("while scanning a block scalar", start_mark, said, self.get_mark())
        self.forward(len(header.group()))
        sign = header["before"] or header["after"]
        return (sign == "+") if sign else None, int(header["digit"]) if header["digit"] else None

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, Mark]:
        """Finds how far the first line is indented; with a tab nobody can say."""
        found = super().scan_block_scalar_indentation()
        self._refuse_tab()
        return found

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], Mark]:
        """Scans empty lines and the indentation of the next one."""
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._refuse_tab()
        return found

    def _refuse_tab(self) -> None:
        if self.peek() == "\t":
            said = "found a tab character where an indentation space is expected"
            raise ScannerError("while scanning a block scalar", self.get_mark(), said, self.get_mark())

    def parse_flow_sequence_entry_mapping_key(self) -> Event:
        """Reads a key after a question mark in a list; one that is left out swallows the sign after it."""
        self.get_token()
        if self.check_token(ValueToken, FlowEntryToken, FlowSequenceEndToken):
            self.state = self.parse_flow_sequence_entry_mapping_value
            return super().process_empty_scalar(self.get_token().end_mark)
        self.states.append(self.parse_flow_sequence_entry_mapping_value)
        return self.parse_flow_node()

    def process_empty_scalar(self, mark: Mark) -> ScalarEvent:
        """Gives what was left out: in brackets it stands where the next sign is."""
        is_key = self.state == self.parse_flow_mapping_value
        if is_key or self.check_token(FlowEntryToken, FlowMappingEndToken, FlowSequenceEndToken):
            mark = self.peek_token().start_mark
        return super().process_empty_scalar(mark)

    def _is_document_mark(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in _BLANK_OR_END

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.buffer, self.pointer)
        assert found is not None  # noqa: S101 - every pattern fits nothing, too
        return found.group()
