using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Parameters of type bool that choose what a body does: what stands in an arm of such a test is not done by callers that hand in the other constant.</summary>
internal sealed partial class BodyInterpreter
{
    private HashSet<string>? _changed;

    /// <summary>An arm of a test of such a parameter, of the parameter alone.</summary>
    private State Set(State state, Branch branch, int arm) =>
        branch is { Arms.Length: 2, Test: Value.Local { Variable: { IsBool: true, IsByRef: false } flag } } && body.Parameters.Contains(flag) && !Changed.Contains(flag.Id)
            ? state with { Settings = state.Settings.Add(new(flag.Id, arm == (branch.Negated ? 1 : 0))) }
            : state;

    /// <summary>What is started under settings is done under them.</summary>
    private static ImmutableArray<Effect> Set(ImmutableArray<Effect> effects, State state) => state.Settings.IsEmpty
        ? effects
        : effects.Select(effect => effect with { Settings = effect.Settings.Union(state.Settings) }).ToImmutableArray();

    /// <summary>Variables that get another value in this body; what is captured may get one elsewhere, which an access of it would tell.</summary>
    private HashSet<string> Changed => _changed ??= new(
        body.Root.All().Select(static node => node switch
        {
            Bind bind => bind.Variable.Id,
            Access { Place: Value.Local { Variable.Id: var id }, Kind: var kind } when (kind & AccessKind.Write) != 0 => id,
            _ => "",
        }).Concat(body.Root.All().OfType<Call>().SelectMany(static call => call.Arguments).Select(static argument => argument is { IsByRef: true, Value: Value.Local { Variable.Id: var id } } ? id : "")),
        StringComparer.Ordinal);

    private sealed partial class Renaming
    {
        /// <summary>The call hands in a constant that rules out what is done under these settings.</summary>
        public bool RulesOut(ImmutableHashSet<Setting> settings)
        {
            if (settings.IsEmpty)
                return false;
            foreach (var setting in settings)
                if (Handed(setting) is Value.Constant { Text: "True" or "False" } constant && constant.Text == "True" != setting.Value)
                    return true;
            return false;
        }

        /// <summary>Settings of the callee that are handed on from parameters of this body.</summary>
        public ImmutableHashSet<Setting> RenameSettings(ImmutableHashSet<Setting> settings)
        {
            if (settings.IsEmpty || IsIdentity)
                return settings;
            var renamed = Setting.None;
            foreach (var setting in settings)
                if (Handed(setting) is Value.Local { Variable: var passed } && owner.Body.Parameters.Contains(passed) && !owner.Changed.Contains(passed.Id))
                    renamed = renamed.Add(setting with { Parameter = passed.Id });
                else if (isClosure && callee.Body.Parameters.All(parameter => parameter.Id != setting.Parameter))
                    renamed = renamed.Add(setting);
            return renamed;
        }

        private Value Handed(Setting setting)
        {
            if (IsStart || !call.Method.IsSource && !call.IsDelegateCall || receiver is not null && !isClosure && callee.Body.IsStatic)
                return Value.Unknown;
            for (var i = 0; i < callee.Body.Parameters.Length; i++)
                if (callee.Body.Parameters[i].Id == setting.Parameter)
                    return call.Argument(i);
            return Value.Unknown;
        }
    }
}
