using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// Names a source-generated <see cref="JsonSerializerContext"/> with which values of this assembly's types travel to workers and
/// back. Programs that are trimmed or compiled ahead of time need one for each type that is more than numbers and text; in others
/// it saves the time that is spent on looking at types.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class WorkerJsonContextAttribute : Attribute
{
    /// <summary>Names the context: a class with a constructor without parameters, as the generator makes it.</summary>
    public WorkerJsonContextAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type context)
    {
        Context = context;
    }

    /// <summary>The context.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
    public Type Context { get; }
}
