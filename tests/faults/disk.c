/* A disk that fails: loaded before the C library, it makes one call on a file under a folder go wrong.
 *
 * YINDE_FAULTS names a file that all processes of a trial map: it says which call, how, and counts the calls, so that
 * one trial may start others. Only Linux with glibc; compiled by tests/faults/shim.py, which writes the same shape.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { COUNT = 0, FAIL = 1, SHORT = 2, KILL = 3 };
enum { ONCE = 0, ALWAYS = 1, THERE = 2 };

struct control {
    int32_t armed;
    int32_t how;
    int32_t error;
    int32_t lasting; /* every later call fails too, as on a disk that stays full, or each that reads the same place */
    int32_t victim;  /* the process that a kill ends, by default the one that calls */
    int32_t reads; /* calls that read are counted and go wrong, instead of those that write */
    int64_t calls;
    int64_t at; /* the number of the call that goes wrong, from 1 */
    int64_t inode; /* of the file that was read when it went wrong, and where in it */
    int64_t place;
    char hit[64];
    char folder[4032];
    char file[4096]; /* whose call went wrong */
};

static struct control *control;
static __thread char looked[PATH_MAX]; /* the file a call was last found to be on */

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("YINDE_FAULTS");
    if (!path) return;
    int file = open(path, O_RDWR | O_CLOEXEC);
    if (file < 0) return;
    void *mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) control = mapped;
    close(file);
}

static int under(const char *path) {
    size_t length = strlen(control->folder);
    if (!length || strncmp(path, control->folder, length) != 0) return 0;
    snprintf(looked, sizeof looked, "%s", path);
    return 1;
}

static int watched_path(const char *path) {
    char here[PATH_MAX];
    if (!control || !control->armed || control->reads || !path) return 0;
    if (path[0] == '/') return under(path);
    return getcwd(here, sizeof here) && under(here);
}

static int ours(int file) {
    char link[64], path[PATH_MAX];
    if (!control || !control->armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return under(path);
}

static int watched_file(int file) { return control && !control->reads && ours(file); }
static int read_file(int file) { return control && control->reads && ours(file); }

/* Count a call; return how it is to go wrong, COUNT where it is not. */
static int met(const char *name) {
    int64_t number = __atomic_add_fetch(&control->calls, 1, __ATOMIC_SEQ_CST);
    if (control->how == COUNT || number < control->at) return COUNT;
    if (number > control->at) return control->lasting == ALWAYS ? FAIL : COUNT;
    snprintf(control->hit, sizeof control->hit, "%s", name);
    snprintf(control->file, sizeof control->file, "%s", looked);
    if (control->how == KILL) {
        kill(control->victim ? control->victim : getpid(), SIGKILL);
        for (;;) pause();
    }
    return control->how;
}

static int failed(void) {
    errno = control->error;
    return -1;
}

/* Count a call that reads; tell whether it fails. */
static int unread(const char *name, int file, off_t where, size_t size) {
    struct stat looks;
    if (!read_file(file) || fstat(file, &looks) != 0) return 0;
    int64_t begin = where, inode = looks.st_ino;
    if (met(name) != COUNT) {
        if (!control->inode) control->inode = inode, control->place = begin;
        return 1;
    }
    int again = inode == control->inode && begin <= control->place && control->place < begin + (int64_t)size;
    return again && control->lasting == THERE;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define WRITING(symbol, offset_type)                                                          \
    ssize_t symbol(int file, const void *data, size_t size, offset_type where) {              \
        REAL(ssize_t, #symbol, int, const void *, size_t, offset_type);                       \
        int how = watched_file(file) ? met("pwrite") : COUNT;                                 \
        if (how == FAIL || (how == SHORT && size < 2)) return failed();                       \
        return real(file, data, how == SHORT ? size / 2 : size, where);                       \
    }
WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)

#define READING(symbol, offset_type)                                                          \
    ssize_t symbol(int file, void *data, size_t size, offset_type where) {                    \
        REAL(ssize_t, #symbol, int, void *, size_t, offset_type);                             \
        if (unread("pread", file, where, size)) return failed();                              \
        return real(file, data, size, where);                                                 \
    }
READING(pread, off_t)
READING(pread64, off64_t)

ssize_t read(int file, void *data, size_t size) {
    REAL(ssize_t, "read", int, void *, size_t);
    if (unread("read", file, lseek(file, 0, SEEK_CUR), size)) return failed();
    return real(file, data, size);
}

ssize_t write(int file, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    int how = watched_file(file) ? met("write") : COUNT;
    if (how == FAIL || (how == SHORT && size < 2)) return failed();
    return real(file, data, how == SHORT ? size / 2 : size);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
    REAL(ssize_t, "writev", int, const struct iovec *, int);
    int how = watched_file(file) ? met("writev") : COUNT;
    if (how == FAIL || (how == SHORT && count < 2)) return failed();
    return real(file, parts, how == SHORT ? count / 2 : count);
}

#define SENDING(symbol, offset_type)                                                          \
    ssize_t symbol(int out, int in, offset_type *where, size_t size) {                        \
        REAL(ssize_t, #symbol, int, int, offset_type *, size_t);                              \
        int how = watched_file(out) || read_file(in) ? met("sendfile") : COUNT;               \
        if (how == FAIL) return failed();                                                     \
        return real(out, in, where, how == SHORT ? 512 : size);                               \
    }
SENDING(sendfile, off_t)
SENDING(sendfile64, off64_t)

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *where, size_t size, unsigned flags) {
    REAL(ssize_t, "copy_file_range", int, off64_t *, int, off64_t *, size_t, unsigned);
    int how = watched_file(out) || read_file(in) ? met("copy_file_range") : COUNT;
    if (how == FAIL) return failed();
    return real(in, from, out, where, how == SHORT ? 512 : size, flags);
}

#define ON_FILE(symbol, name)                                          \
    int symbol(int file) {                                             \
        REAL(int, #symbol, int);                                       \
        if (watched_file(file) && met(name) != COUNT) return failed(); \
        return real(file);                                             \
    }
ON_FILE(fsync, "fsync")
ON_FILE(fdatasync, "fdatasync")

#define CUTTING(symbol, offset_type)                                          \
    int symbol(int file, offset_type size) {                                  \
        REAL(int, #symbol, int, offset_type);                                 \
        if (watched_file(file) && met("ftruncate") != COUNT) return failed(); \
        return real(file, size);                                              \
    }
CUTTING(ftruncate, off_t)
CUTTING(ftruncate64, off64_t)

/* Opening counts where a file may come into being or be changed. */
#define OPENING(symbol)                                                                            \
    int symbol(const char *path, int flags, ...) {                                                 \
        REAL(int, #symbol, const char *, int, ...);                                                \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;                  \
        va_end(more);                                                                              \
        if ((flags & (O_CREAT | O_ACCMODE)) && watched_path(path) && met("open") != COUNT) return failed(); \
        return real(path, flags, mode);                                                            \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(symbol)                                                                         \
    int symbol(int folder, const char *path, int flags, ...) {                                     \
        REAL(int, #symbol, int, const char *, int, ...);                                           \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;                  \
        va_end(more);                                                                              \
        if ((flags & (O_CREAT | O_ACCMODE)) && watched_path(path) && met("open") != COUNT) return failed(); \
        return real(folder, path, flags, mode);                                                    \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

#define ON_PATHS(symbol)                                                                           \
    int symbol(const char *from, const char *to) {                                                 \
        REAL(int, #symbol, const char *, const char *);                                            \
        if (watched_path(to) && met(#symbol) != COUNT) return failed();                            \
        return real(from, to);                                                                     \
    }
ON_PATHS(rename)
ON_PATHS(link)
ON_PATHS(symlink)

int renameat(int one, const char *from, int other, const char *to) {
    REAL(int, "renameat", int, const char *, int, const char *);
    if (watched_path(to) && met("rename") != COUNT) return failed();
    return real(one, from, other, to);
}

int linkat(int one, const char *from, int other, const char *to, int flags) {
    REAL(int, "linkat", int, const char *, int, const char *, int);
    if (watched_path(to) && met("link") != COUNT) return failed();
    return real(one, from, other, to, flags);
}

#define ON_PATH(symbol)                                                                            \
    int symbol(const char *path) {                                                                 \
        REAL(int, #symbol, const char *);                                                          \
        if (watched_path(path) && met(#symbol) != COUNT) return failed();                          \
        return real(path);                                                                         \
    }
ON_PATH(unlink)
ON_PATH(rmdir)

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    if (watched_path(path) && met("mkdir") != COUNT) return failed();
    return real(path, mode);
}
