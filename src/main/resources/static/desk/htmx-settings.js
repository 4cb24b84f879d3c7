/* htmx may neither write styles nor evaluate code: the content policy takes neither. */
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
