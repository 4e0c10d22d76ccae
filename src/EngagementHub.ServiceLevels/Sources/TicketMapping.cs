using System.Text.Json;
using EngagementHub.ServiceLevels.Catalogue;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>A saved way of reading the file of one ticket system, under a name.</summary>
internal sealed class TicketMapping : Entity
{
    private TicketMapping(Guid id, string name, string source) : base(id) => (Name, Source) = (name, source);

    public string Name { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Which system the tickets come from: the same number from two systems is two tickets.</summary>
    public string Source { get; private set; }

    public MappingRules Rules { get; private set; } = new();

    public static TicketMapping Save(string name, string title, string source, MappingRules rules, Act act, Guid? id = null)
    {
        var mapping = new TicketMapping(id ?? Guid.NewGuid(), SlugText.Checked(name, nameof(Name)), SlugText.Checked(source, nameof(Source)));
        mapping.Change(title, rules, act);
        return mapping;
    }

    public void Change(string title, MappingRules rules, Act act)
    {
        rules.Check();
        if (Title == title.Trim() && JsonSerializer.Serialize(rules) == JsonSerializer.Serialize(Rules))
        {
            return;
        }

        (Title, Rules) = (string.IsNullOrWhiteSpace(title) ? Name : title.Trim(), rules);
        Raise(new ServiceLevelsChanged(new SubjectRef(ServiceLevelSubjects.Mapping, Id), "mapping.saved", act.By, act.At, Title));
    }
}
