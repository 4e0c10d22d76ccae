namespace EngagementHub.ServiceLevels.Catalogue;

/// <summary>Something a part of the department does for others, as the catalogue describes it.</summary>
internal sealed class Service : Entity
{
    private Service(Guid id, string slug) : base(id) => Slug = slug;

    public string Slug { get; private set; }

    public string Name { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string RunBy { get; private set; } = "";

    public string HowToAsk { get; private set; } = "";

    public string Hours { get; private set; } = "";

    public string Contacts { get; private set; } = "";

    public ServiceText Text => new(Name, Summary, RunBy, HowToAsk, Hours, Contacts);

    public StaffId? Owner { get; private set; }

    /// <summary>Its place on the board: as listed in the recipe, later ones behind.</summary>
    public int Place { get; private set; }

    public static Service List(string slug, int place, Guid? id = null) =>
        new(id ?? Guid.NewGuid(), SlugText.Checked(slug, nameof(Slug))) { Place = place };

    public void Describe(ServiceText text, Act act)
    {
        if (string.IsNullOrWhiteSpace(text.Name))
        {
            throw new BrokenRuleException("Enter the name of the service", nameof(Name));
        }

        var before = Text;
        (Name, Summary, RunBy) = (text.Name.Trim(), text.Summary.Trim(), text.RunBy.Trim());
        (HowToAsk, Hours, Contacts) = (text.HowToAsk.Trim(), text.Hours.Trim(), text.Contacts.Trim());
        if (Text != before)
        {
            Raise(new ServiceLevelsChanged(new SubjectRef(ServiceLevelSubjects.Service, Id), "service.described", act.By, act.At, Name));
        }
    }

    public void RunUnder(StaffId? owner) => Owner = owner;

    /// <summary>Gives the service to somebody else, or to nobody for a while.</summary>
    public void HandTo(StaffCard? owner, Act act)
    {
        if (owner?.Id != Owner)
        {
            Owner = owner?.Id;
            Raise(new ServiceLevelsChanged(new SubjectRef(ServiceLevelSubjects.Service, Id), "service.owner-changed", act.By, act.At, $"{Name}: {owner?.Id.ToString() ?? "nobody"}"));
        }
    }
}

/// <summary>What the catalogue says about a service.</summary>
internal sealed record ServiceText(string Name, string Summary, string RunBy, string HowToAsk, string Hours, string Contacts);
