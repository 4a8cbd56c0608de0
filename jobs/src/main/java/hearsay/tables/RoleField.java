package hearsay.tables;

/** What those who are quoted do. A people file may have other words, which stay as they are. */
public enum RoleField implements Value {
    @Says("elected, or would be: heads of state, ministers, members of parliaments, mayors, party leaders, candidates")
    POLITICS,
    @Says("officials, envoys and heads of public agencies, who are not elected")
    OFFICE,
    @Says("spokesmen, spokeswomen and press secretaries, whomever they speak for")
    SPOKESPERSON,
    @Says("judges, prosecutors and lawyers")
    LAW,
    @Says("police and military")
    FORCES,
    @Says("professors, analysts and other experts")
    RESEARCH,
    @Says("doctors and nurses")
    HEALTH,
    @Says("those who lead a firm, a union, a charity or another body that is not public, or work for it")
    ORGANISATION,
    @Says("journalists, hosts and authors")
    MEDIA,
    @Says("artists, actors, athletes and coaches")
    CULTURE,
    @Says("clergy")
    RELIGION,
    @Says("activists and campaigners")
    ACTIVISM,
    @Says("mothers, students, residents and others who speak for themselves")
    PRIVATE
}
