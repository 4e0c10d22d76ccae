namespace EngagementHub.Tests.Responses;

internal static class DigestForms
{
    /// <summary>Presses on to publishing and, where the hub asks, says yes.</summary>
    public static async Task<HubPage> PublishDigest(this HubPage form, params (string Name, string Value)[] fields)
    {
        var asked = await form.Submit([.. fields, ("!button", "Continue to publish")]);
        return asked.Document.QuerySelector("[name=Confirmed]") is null ? asked : await asked.Submit(("!button", "Publish to everybody"));
    }
}
