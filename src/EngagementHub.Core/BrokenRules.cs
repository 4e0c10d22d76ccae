namespace EngagementHub.Core;

/// <summary>Rules looked at one after the other before anybody is refused, so that all that is wrong with a form is said at once.</summary>
/// <example><code>
/// var rules = new BrokenRules();
/// var stated = this with { Title = rules.Keep(() => Stated.OrRefused(Title)), Owner = rules.Keep(() => Owner ?? throw …) };
/// rules.Refuse();
/// </code></example>
public sealed class BrokenRules
{
    private readonly List<BrokenRuleException> _found = [];

    /// <summary>What the rule makes of a field. Where the field breaks it that is nothing of use, and <see cref="Refuse"/> says why.</summary>
    /// <param name="rule">Gives the value, or throws what is wrong.</param>
    public T Keep<T>(Func<T> rule)
    {
        try
        {
            return rule();
        }
        catch (BrokenRuleException broken)
        {
            _found.AddRange(broken.All);
            return default!;
        }
    }

    /// <summary>The same for a rule that gives nothing.</summary>
    /// <param name="rule">Throws what is wrong.</param>
    public void Look(Action rule) => Keep(() =>
    {
        rule();
        return true;
    });

    /// <summary>The same for a rule that asks the database.</summary>
    /// <param name="rule">Gives the value, or throws what is wrong.</param>
    public async Task<T> KeepAsync<T>(Func<Task<T>> rule)
    {
        try
        {
            return await rule();
        }
        catch (BrokenRuleException broken)
        {
            _found.AddRange(broken.All);
            return default!;
        }
    }

    /// <summary>Throws all that was found, in one exception; does nothing where all is well.</summary>
    public void Refuse()
    {
        if (_found.Count > 0)
        {
            throw BrokenRuleException.Together(_found);
        }
    }

    /// <summary>Looks at all the rules and then refuses with everything that is wrong.</summary>
    /// <param name="rules">Each throws what is wrong.</param>
    public static void RefuseAll(params IReadOnlyList<Action> rules)
    {
        var found = new BrokenRules();
        foreach (var rule in rules)
        {
            found.Look(rule);
        }

        found.Refuse();
    }
}
