"""Training and measuring the reader. One thread, so that sums come out the same and so do the weights."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
