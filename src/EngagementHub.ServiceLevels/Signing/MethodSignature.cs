using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>Somebody outside the service has looked at how a step is counted and agrees. Once for each step; it counts while the way of counting is the same.</summary>
internal sealed class MethodSignature : Entity
{
    private MethodSignature(Guid levelId, DateOnly from, string method) => (LevelId, From, Method) = (levelId, from, method);

    public Guid LevelId { get; private set; }

    /// <summary>The first day of the step.</summary>
    public DateOnly From { get; private set; }

    /// <summary>How it was counted when it was agreed to.</summary>
    public string Method { get; private set; }

    public StaffId By { get; private set; }

    public string Signed { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static MethodSignature Sign(Service service, ServiceLevel level, FrozenRules rules, Signature signature)
    {
        if (signature.By == service.Owner)
        {
            throw new BrokenRuleException("The owner of the service cannot counter-sign how it is counted: somebody else must");
        }

        var agreed = new MethodSignature(level.Id, rules.From, rules.Method) { By = signature.By, At = signature.At, Signed = signature.Signed };
        agreed.Raise(new ServiceLevelsChanged(new SubjectRef(ServiceLevelSubjects.Level, level.Id), "method.counter-signed", signature.By, signature.At, $"{service.Name}: {level.Name}, {rules.Step.InWords(level.Measure)}"));
        return agreed;
    }

    public bool Covers(FrozenRules rules) => From == rules.From && Method == rules.Method;
}
