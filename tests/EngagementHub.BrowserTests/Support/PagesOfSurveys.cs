namespace EngagementHub.BrowserTests.Support;

internal sealed partial record PageToSee
{
    internal static IEnumerable<PageToSee> Surveys() =>
    [
        new("surveys", Reader, "/surveys"),
        new("surveys/{id:guid}", Reader, $"/surveys/{OpenPulse}"),
        new("surveys/{id:guid}/answer", Reader, $"/surveys/{OpenPulse}/answer"),
        new("surveys/answered", Reader, "/surveys/answered"),
        new("surveys/{id:guid}/results", Reader, $"/surveys/{SpringPulse}/results"),
        new("surveys/trends/{key}", Reader, "/surveys/trends/effective-action"),
        new("surveys/draft/{id:guid?}", Owner, "/surveys/draft"),
        new("surveys/{id:guid}/audience", Owner, $"/surveys/{SpringPulse}/audience"),
        new("surveys/{id:guid}/open", Owner, $"/surveys/{OpenPulse}/open"),
        new("surveys/{id:guid}/take-back", Owner, $"/surveys/{OpenPulse}/take-back"),
        new("surveys/{id:guid}/respond", Owner, "{pulse}/respond"),
        new("surveys/{id:guid}/texts", Moderator, "{pulse}/texts"),
        new("surveys/load", Owner, "/surveys/load"),
        new("surveys/questions", Owner, "/surveys/questions"),
        new("surveys/questions/{key}", Owner, "/surveys/questions/effective-action"),
    ];
}
