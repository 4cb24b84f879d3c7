/**
 * Letters and orders: what each must say, the words, the PDF, and its place in the case. The texts are templates in
 * {@code letters/}, and {@code letters/letters.yaml} says what each kind is given and must contain.
 */
@ApplicationModule(allowedDependencies = {"casefile"})
package org.abate.correspondence;

import org.springframework.modulith.ApplicationModule;
