package org.abate.casefile;

import java.util.Optional;

/** Whether words may stand in a letter: what is recorded of a violation is printed in each. */
public interface PrintedWords {

    /** What is wrong with a text, and what to say instead; empty if nothing. */
    Optional<String> objection(String text);

    /** The signs of a text that no letter can print, and what to do about them; empty if there is none. */
    Optional<String> unprintable(String text);
}
