#pragma once
/*
 * Signals while the screen is up. Handlers call nothing but write, tcsetattr, sigaction and raise.
 *
 * The state lives in one inline function. Only one Swift file may call these functions, so that there is one state.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

struct guard_state {
    volatile sig_atomic_t armed;   /* the terminal is ours and must be given back */
    volatile sig_atomic_t ending;  /* the signal that asked the program to end */
    int terminal;                  /* where to write */
    int wake;                      /* where a byte is written for each signal that is told on */
    struct termios shell;          /* the modes to give back */
    size_t length;
    char restore[512];             /* what to write to leave the screen */
    char stack[32768];
    struct sigaction before[NSIG];
};

static inline struct guard_state *guard_state(void) {
    static struct guard_state state;
    return &state;
}

/* Gives the terminal back; safe in a handler. */
static inline void guard_restore(void) {
    struct guard_state *state = guard_state();
    if (!state->armed) return;
    state->armed = 0;
    size_t done = 0;
    while (done < state->length) {
        ssize_t count = write(state->terminal, state->restore + done, state->length - done);
        if (count <= 0) break;
        done += (size_t)count;
    }
    tcsetattr(state->terminal, TCSANOW, &state->shell);
}

static inline void guard_die(int signal) {
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(signal, &standard, NULL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    raise(signal);
}

static inline void guard_crashed(int signal) {
    int saved = errno;
    guard_restore();
    guard_die(signal);
    errno = saved;
}

static inline void guard_tell(char what) {
    int saved = errno;
    ssize_t ignored = write(guard_state()->wake, &what, 1);
    (void)ignored;
    errno = saved;
}

/* The first one asks the program to end; the second one does not wait for it. */
static inline void guard_asked_to_end(int signal) {
    struct guard_state *state = guard_state();
    if (state->ending) {
        guard_restore();
        guard_die(signal);
        return;
    }
    state->ending = signal;
    guard_tell('e');
}

static inline void guard_told(int signal) {
    guard_tell(signal == SIGWINCH ? 'w' : signal == SIGCONT ? 'c' : 'z');
}

static inline void guard_catch(int signal, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, &guard_state()->before[signal]);
}

static const int guard_crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
static const int guard_endings[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
static const int guard_news[] = {SIGWINCH, SIGCONT, SIGTSTP};
#define GUARD_COUNT(list) (sizeof list / sizeof *list)

/* Catches the signals; one that the program was started to ignore stays ignored. */
static inline void guard_install(int wake) {
    struct guard_state *state = guard_state();
    state->wake = wake;
    state->ending = 0;
    stack_t stack;
    memset(&stack, 0, sizeof stack);
    stack.ss_sp = state->stack;
    stack.ss_size = sizeof state->stack;
    sigaltstack(&stack, NULL);
    for (size_t i = 0; i < GUARD_COUNT(guard_crashes); i++)
        guard_catch(guard_crashes[i], guard_crashed, SA_ONSTACK | SA_NODEFER | SA_RESETHAND);
    for (size_t i = 0; i < GUARD_COUNT(guard_endings); i++) {
        guard_catch(guard_endings[i], guard_asked_to_end, SA_RESTART);
        if (state->before[guard_endings[i]].sa_handler == SIG_IGN)
            sigaction(guard_endings[i], &state->before[guard_endings[i]], NULL);
    }
    for (size_t i = 0; i < GUARD_COUNT(guard_news); i++) guard_catch(guard_news[i], guard_told, SA_RESTART);
}

/* Gives all signals back. */
static inline void guard_remove(void) {
    struct guard_state *state = guard_state();
    state->armed = 0;
    for (size_t i = 0; i < GUARD_COUNT(guard_crashes); i++) sigaction(guard_crashes[i], &state->before[guard_crashes[i]], NULL);
    for (size_t i = 0; i < GUARD_COUNT(guard_endings); i++) sigaction(guard_endings[i], &state->before[guard_endings[i]], NULL);
    for (size_t i = 0; i < GUARD_COUNT(guard_news); i++) sigaction(guard_news[i], &state->before[guard_news[i]], NULL);
}

/* From now on a crash writes these bytes and sets these modes. */
static inline void guard_arm(int terminal, const struct termios *shell, const char *restore, size_t length) {
    struct guard_state *state = guard_state();
    state->armed = 0;
    if (length > sizeof state->restore) length = sizeof state->restore;
    memcpy(state->restore, restore, length);
    state->length = length;
    state->terminal = terminal;
    state->shell = *shell;
    state->armed = 1;
}

static inline void guard_disarm(void) { guard_state()->armed = 0; }
static inline void guard_rearm(void) { guard_state()->armed = guard_state()->length > 0; }
static inline int guard_ending(void) { return guard_state()->ending; }

/* Stops the whole job as Ctrl-Z would have, and comes back when it is continued. */
static inline void guard_stop(void) {
    struct sigaction standard, ours;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &standard, &ours);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}
