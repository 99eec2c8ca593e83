"""Run by ``client``: python -m typesetter FOLDER, with the socket on which it is asked as standard input."""

import socket
import sys
from pathlib import Path

from typesetter.keeper import COLD, keep

keep(socket.socket(fileno=0), Path(sys.argv[1]), is_warm=COLD not in sys.argv)
