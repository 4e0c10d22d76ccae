using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Sources.Json;

namespace EngagementHub.ServiceLevels.Sources.Webhooks;

/// <summary>An address that a ticket system calls whenever something happens to a ticket.</summary>
internal sealed class Webhook : Entity
{
    private List<KeptSecret> _secrets = [];

    private Webhook(string name, SignedBy signing) => (Name, Signing) = (name, signing);

    /// <summary>Its short name in the address, and the source of its tickets.</summary>
    public string Name { get; private set; }

    public string Title { get; private set; } = "";

    public SignedBy Signing { get; private set; }

    public JsonShape Shape { get; private set; } = new();

    public IReadOnlyList<KeptSecret> Secrets => _secrets;

    /// <summary>When the last event was taken in.</summary>
    public DateTimeOffset? LastGoodAt { get; private set; }

    /// <summary>Until then one node works on what came; the machine's clock.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    private SubjectRef Subject => new(ServiceLevelSubjects.Webhook, Id);

    public static Webhook Open(string title, SignedBy signing, JsonShape shape, Act act)
    {
        var name = SlugText.Checked(SlugText.From(title), nameof(Title));
        if (name is "add" or "events")
        {
            throw new BrokenRuleException("That name is taken by a page of this site: choose another", nameof(Title));
        }

        var hook = new Webhook(name, signing);
        hook.Describe(title, shape, act);
        return hook;
    }

    public void Describe(string title, JsonShape shape, Act act)
    {
        shape.Check();
        (Title, Shape) = (title.Trim(), shape);
        Raise(new ServiceLevelsChanged(Subject, "webhook.described", act.By, act.At, Title));
    }

    /// <summary>Signs with another secret from now on; the ones before hold as long as is said, so that the sender can be changed in peace.</summary>
    public void ChangeSecret(string encrypted, TimeSpan oldHolds, Act act)
    {
        _secrets = [.. _secrets.Where(secret => secret.IsGood(act.At)).Select(secret => secret.Until(act.At + oldHolds)), new KeptSecret(encrypted, act.At, null)];
        Raise(new ServiceLevelsChanged(Subject, "webhook.secret-changed", act.By, act.At, Title));
    }

    /// <summary>Only the newest secret holds.</summary>
    public void EndOldSecrets(Act act)
    {
        _secrets = [.. _secrets.TakeLast(1)];
        Raise(new ServiceLevelsChanged(Subject, "webhook.old-secrets-ended", act.By, act.At, Title));
    }
}

/// <summary>A secret, encrypted, and until when it holds.</summary>
internal sealed record KeptSecret(string Encrypted, DateTimeOffset Since, DateTimeOffset? HoldsUntil)
{
    public bool IsGood(DateTimeOffset at) => HoldsUntil is null || at < HoldsUntil;

    public KeptSecret Until(DateTimeOffset end) => this with { HoldsUntil = HoldsUntil is { } sooner && sooner < end ? sooner : end };
}
