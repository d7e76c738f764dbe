"""A small invented country, alive for eighteen months: what a demo shows, and what pages are tried on.

Nobody and no place in it is real. Everything in it went through `perform`, so it is lawful history: what the rules
refuse stands there as refused. `country.load` is the one way in; the same seed gives the same history, apart from ids.

    cast       agencies, their members and their trainings, houses and beds
    persons    who comes: language, age, sex, work, and an invented name in the person's own script
    world      the moving clock, who acts, and the order in which lives take turns
    meeting, care, deciding, wrongs    what happens in a life, by episode
    lives      lives put together from episodes
    diligence, keeping    how well agencies do what they owe, and the act by which each duty is met
    today      what is alive now for everybody who works here
    texts      what is written in words, in people's languages
"""
