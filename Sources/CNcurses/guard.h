#pragma once
/*
 * Signals while the screen is up. What runs in a handler calls nothing but write, tcsetattr, sigaction and raise.
 *
 * There is no state here: inline functions are copied into every object file that uses them, and static variables with
 * them. The caller owns the state and passes its address, as a number because handlers read it from an atomic.
 */
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

struct guard_state {
    volatile sig_atomic_t armed;   /* the terminal is ours and must be given back */
    volatile sig_atomic_t ending;  /* the signal that asked the program to end */
    volatile sig_atomic_t news;    /* there is a byte to read at the other end of wake */
    int terminal;                  /* where to write */
    int wake;                      /* where a byte is written for each signal that is told on */
    struct termios shell;          /* the modes to give back */
    size_t length;
    char restore[512];             /* what to write to leave the screen */
    char stack[32768];
    struct sigaction before[NSIG];
};

typedef void (*guard_handler)(int);

static inline uintptr_t guard_make(void) { return (uintptr_t)calloc(1, sizeof(struct guard_state)); }

/* Gives the terminal back; safe in a handler. */
static inline void guard_restore(struct guard_state *state) {
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

static inline void guard_catch(int signal, guard_handler handler, int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

static inline void guard_unblock(int signal) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

/* In a handler: the program dies by this signal, after the terminal was given back. */
static inline void guard_die(uintptr_t address, int signal) {
    if (address) guard_restore((struct guard_state *)address);
    guard_catch(signal, SIG_DFL, 0);
    guard_unblock(signal);
    raise(signal);
}

/* In a handler: tells the program by a byte. */
static inline void guard_tell(uintptr_t address, int signal) {
    if (!address) return;
    int saved = errno;
    char what = signal == SIGWINCH ? 'w' : signal == SIGCONT ? 'c' : signal == SIGTSTP ? 'z' : 'e';
    ssize_t ignored = write(((struct guard_state *)address)->wake, &what, 1);
    (void)ignored;
    /* Last: who finds it set also finds the byte. */
    ((struct guard_state *)address)->news = 1;
    errno = saved;
}

/* In a handler: the first one asks the program to end; the second one does not wait for it. */
static inline void guard_ask_to_end(uintptr_t address, int signal) {
    struct guard_state *state = (struct guard_state *)address;
    if (!state) return;
    /* While the terminal is given back, these keys are meant for the program that has it. */
    if (!state->armed && (signal == SIGINT || signal == SIGQUIT)) return;
    /* A closing terminal may tell of it twice, by itself and through the shell; nobody is impatient then. */
    if (state->ending && signal == SIGHUP) return;
    if (state->ending) {
        guard_die(address, signal);
        return;
    }
    state->ending = signal;
    guard_tell(address, signal);
}

static const int guard_crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
static const int guard_endings[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
static const int guard_news[] = {SIGWINCH, SIGCONT, SIGTSTP};
#define GUARD_EACH(list, signal) \
    for (size_t i = 0, signal; i < sizeof list / sizeof *list && (signal = (size_t)list[i], 1); i++)

/* Catches the signals; one that the program was started to ignore stays ignored. */
static inline void guard_install(
    uintptr_t address, int wake, guard_handler crashed, guard_handler asked, guard_handler told
) {
    struct guard_state *state = (struct guard_state *)address;
    if (!state) return;
    for (int signal = 1; signal < NSIG; signal++) sigaction(signal, NULL, &state->before[signal]);
    state->wake = wake;
    state->ending = 0;
    stack_t stack;
    memset(&stack, 0, sizeof stack);
    stack.ss_sp = state->stack;
    stack.ss_size = sizeof state->stack;
    sigaltstack(&stack, NULL);
    GUARD_EACH(guard_crashes, signal) guard_catch((int)signal, crashed, SA_ONSTACK | SA_NODEFER | SA_RESETHAND);
    GUARD_EACH(guard_endings, signal)
        if (state->before[signal].sa_handler != SIG_IGN) guard_catch((int)signal, asked, SA_RESTART);
    GUARD_EACH(guard_news, signal) guard_catch((int)signal, told, SA_RESTART);
}

/* Gives all signals back. */
static inline void guard_remove(uintptr_t address) {
    struct guard_state *state = (struct guard_state *)address;
    if (!state) return;
    state->armed = 0;
    GUARD_EACH(guard_crashes, signal) sigaction((int)signal, &state->before[signal], NULL);
    GUARD_EACH(guard_endings, signal) sigaction((int)signal, &state->before[signal], NULL);
    GUARD_EACH(guard_news, signal) sigaction((int)signal, &state->before[signal], NULL);
}

/* From now on a crash writes these bytes and sets these modes. */
static inline void guard_arm(
    uintptr_t address, int terminal, const struct termios *shell, const void *restore, size_t length
) {
    struct guard_state *state = (struct guard_state *)address;
    if (!state) return;
    state->armed = 0;
    if (length > sizeof state->restore) length = sizeof state->restore;
    memcpy(state->restore, restore, length);
    state->length = length;
    state->terminal = terminal;
    state->shell = *shell;
    state->armed = 1;
}

/* While the terminal is given back there is nothing to restore, and stopping is as usual. */
static inline void guard_disarm(uintptr_t address) {
    if (!address) return;
    ((struct guard_state *)address)->armed = 0;
    guard_catch(SIGTSTP, SIG_DFL, 0);
}

/* The terminal is ours again. */
static inline void guard_rearm(uintptr_t address, guard_handler told) {
    struct guard_state *state = (struct guard_state *)address;
    if (!state) return;
    guard_catch(SIGTSTP, told, SA_RESTART);
    state->armed = state->length > 0;
}

/* Whether a byte was written since the last call; reading the pipe at every key would cost a call of the system each. */
static inline int guard_has_news(uintptr_t address) {
    struct guard_state *state = (struct guard_state *)address;
    if (!state || !state->news) return 0;
    state->news = 0;
    return 1;
}

static inline int guard_ending(uintptr_t address) {
    return address ? ((struct guard_state *)address)->ending : 0;
}

/* Stops the whole job as Ctrl-Z would have, and comes back when it is continued. Only while disarmed. */
static inline void guard_stop(void) {
    guard_unblock(SIGTSTP);
    kill(0, SIGTSTP);
}
