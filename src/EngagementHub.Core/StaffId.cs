namespace EngagementHub.Core;

/// <summary>Names a member of staff across modules. Modules never hand each other the person's record.</summary>
/// <param name="Value">The identifier of the staff member's record.</param>
public readonly record struct StaffId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
