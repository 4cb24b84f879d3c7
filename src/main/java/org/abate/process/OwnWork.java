package org.abate.process;

import org.abate.access.Caller;
import org.springframework.stereotype.Component;

/** Nobody decides on what they have recorded, written or heard themselves (interpretation VE4). */
@Component
class OwnWork {

    private final Caller caller;

    OwnWork(Caller caller) {
        this.caller = caller;
    }

    /**
     * @param userId who did it; may be null where nobody did
     * @param answer the answer that decides
     * @param what they did, such as {@code recorded the request}
     * @throws Refusal where the caller is that person
     */
    void refuse(String userId, String answer, String what) {
        if (caller.isSignedIn() && caller.userId().equals(userId)) {
            throw new Refusal(
                    answer,
                    "you " + what + ": another member of the group decides, for nobody decides on their own work");
        }
    }
}
