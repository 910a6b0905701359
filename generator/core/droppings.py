# One list. `.gitignore` holds the same lines (a test compares them): what a check passes over is never committed.
# What may hold somebody's work stays out: a `.rej` is a change that was not applied, a sync conflict an edit.
"""What systems and editors leave behind: nobody wrote it, and it is passed over."""

from fnmatch import fnmatchcase

DROPPINGS = (
    # macOS
    ".DS_Store",
    "._*",
    ".AppleDouble",
    ".Spotlight-V100",
    ".Trashes",
    ".fseventsd",
    ".TemporaryItems",
    ".DocumentRevisions-V100",
    ".apdisk",
    "Icon[\r]",
    # Windows
    "[Tt]humbs.db",
    "[Tt]humbs.db:encryptable",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "[Dd]esktop.ini",
    "$RECYCLE.BIN",
    "System Volume Information",
    # Linux, and file systems over a network
    ".directory",
    ".Trash-*",
    ".nfs*",
    ".fuse_hidden*",
    ".goutputstream-*",
    "@eaDir",
    # editors: backups, swap files, locks, their own settings
    "*~",
    "*.bak",
    "*.orig",
    "*.tmp",
    "*.temp",
    "*.save",
    "*.swp",
    ".*.sw?",
    ".*.un~",
    ".netrwhist",
    "4913",
    "#*#",
    ".#*",
    ".~lock.*#",
    "~$*",
    "*.kate-swp",
    "*___jb_tmp___",
    "*___jb_old___",
    ".idea",
    ".vscode",
    ".vs",
    ".fleet",
    ".zed",
    ".history",
    "*.sublime-project",
    "*.sublime-workspace",
    # programs that keep folders the same on two machines: their own files
    ".dropbox",
    ".dropbox.attr",
    ".dropbox.cache",
    ".stfolder",
    ".stversions",
    ".syncthing.*",
    "~syncthing~*",
    # Python
    "__pycache__",
    "*.py[co]",
)
"""Names, as `fnmatch` and `.gitignore` both read them."""


def is_dropping(name: str) -> bool:
    """Says whether a file or folder of this name is passed over, wherever it lies and whatever it holds."""
    return any(fnmatchcase(name, pattern) for pattern in DROPPINGS)
