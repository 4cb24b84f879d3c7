package org.abate.casefile;

import java.time.LocalDate;

/** A meeting to be entered into the calendar: of which commission, from today on, where. */
public record NewMeeting(Commission commission, LocalDate date, String place) {}
