package org.abate.access.engine;

import static java.util.stream.Collectors.joining;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.abate.access.Group;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/** The first accounts. Later ones are made in Camunda Admin. */
class Accounts {

    private static final String DEMO_PASSWORD = "demo";

    /** Letters and digits that cannot be mistaken for one another. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /** About 116 bits. */
    private static final int PASSWORD_LENGTH = 20;

    private final IdentityService identity;

    Accounts(IdentityService identity) {
        this.identity = identity;
    }

    /** One user for each group, user id = group id. */
    void writeDemonstration() {
        Group.all().forEach((id, title) -> {
            if (identity.createUserQuery().userId(id).count() == 0) {
                write(id, "Demo", named(id), DEMO_PASSWORD);
                identity.createMembership(id, id);
            }
        });
    }

    /**
     * The administrator of an installation without any user.
     *
     * @param chosen the password the operator has chosen, or nothing
     * @return the password that was made up, if one had to be
     */
    Optional<String> writeFirstAdministrator(Optional<String> chosen) {
        if (identity.createUserQuery().count() > 0) {
            return Optional.empty();
        }
        Optional<String> madeUp = chosen.isPresent() ? Optional.empty() : Optional.of(randomPassword());
        String id = Group.ADMINISTRATOR.id();
        write(id, "Abate", Group.ADMINISTRATOR.title(), chosen.or(() -> madeUp).orElseThrow());
        identity.createMembership(id, id);
        return madeUp;
    }

    private void write(String id, String firstName, String lastName, String password) {
        User user = identity.newUser(id);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setPassword(password);
        boolean whateverThePolicySays = true;
        ((IdentityServiceImpl) identity).saveUser(user, whateverThePolicySays);
    }

    private static String named(String id) {
        return Arrays.stream(id.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(joining(" "));
    }

    private static String randomPassword() {
        return new SecureRandom()
                .ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(joining());
    }
}
