package org.abate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Carries environmental violations from discovery to compliance, settlement or the Attorney General. */
@SpringBootApplication
public class Abate {

    public static void main(String[] args) {
        SpringApplication.run(Abate.class, args);
    }
}
