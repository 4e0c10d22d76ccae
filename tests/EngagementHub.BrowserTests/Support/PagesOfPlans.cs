namespace EngagementHub.BrowserTests.Support;

internal sealed partial record PageToSee
{
    internal static IEnumerable<PageToSee> Plans() =>
    [
        new("plans", Reader, "/plans"),
        new("plans/model", Reader, "/plans/model"),
        new("plans/draft/{slug?}", Owner, "/plans/draft"),
        new("plans/cause", Owner, $"/plans/cause?of=responses.theme/{Theme}"),
        new("plans/{slug}", Owner, "/plans/it-service-levels"),
        new("plans/{slug}/report", Reader, "/plans/it-service-levels/report"),
        new("plans/{slug}/adopt", Owner, "/plans/it-service-levels/adopt"),
        new("plans/{slug}/assess", "it-service-manager", "/plans/it-service-levels/assess"),
        new("plans/{slug}/close", Owner, "/plans/it-service-levels/close"),
        new("plans/{slug}/revise", Owner, "/plans/it-service-levels/revise?months=6"),
        new("plans/{slug}/milestones/{months:int}", Owner, "/plans/it-service-levels/milestones/6"),
        new("plans/{slug}/milestones/{months:int}/move", Owner, "/plans/it-service-levels/milestones/6/move"),
        new("plans/{slug}/actions/add", Owner, "/plans/it-service-levels/actions/add"),
        new("plans/{slug}/measures/add", Owner, "/plans/it-service-levels/measures/add"),
        new("plans/actions/{id:guid}", Owner, $"/plans/actions/{Action}"),
        new("plans/actions/{id:guid}/say", Owner, $"/plans/actions/{Action}/say"),
        new("plans/actions/{id:guid}/move", Owner, $"/plans/actions/{Action}/move"),
        new("plans/actions/{id:guid}/done", Owner, $"/plans/actions/{Action}/done"),
        new("plans/actions/{id:guid}/drop", Owner, $"/plans/actions/{Action}/drop"),
        new("plans/actions/{id:guid}/give", Owner, $"/plans/actions/{Action}/give"),
        new("plans/actions/{id:guid}/link", Owner, $"/plans/actions/{Action}/link"),
        new("plans/measures/{id:guid}", Reader, $"/plans/measures/{Measure}"),
        new("plans/measures/{id:guid}/baseline", Owner, $"/plans/measures/{Measure}/baseline"),
        new("plans/measures/{id:guid}/enter", Owner, $"/plans/measures/{Measure}/enter"),
        new("benefits", Reader, "/benefits"),
        new("benefits/deflators", Reader, "/benefits/deflators"),
        new("benefits/begin", Owner, "/benefits/begin"),
        new("benefits/{slug}", Owner, "/benefits/value-for-money"),
        new("benefits/{slug}/register", Owner, "/benefits/value-for-money/register"),
        new("benefits/{slug}/tell", Owner, "/benefits/value-for-money/tell"),
        new("benefits/{slug}/report", Reader, "/benefits/value-for-money/report"),
        new("benefits/{slug}/{number:int}", Reader, "/benefits/value-for-money/1"),
        new("benefits/{slug}/{number:int}/verify", Administrator, "/benefits/value-for-money/1/verify"),
    ];
}
