using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

internal sealed partial class StepWalk
{
    /// <summary>A body of more steps is a long one: what it does depends on conditions of its own.</summary>
    private const int MaxSmall = 4;

    private Dictionary<int, Call>? _calls;

    private Moment ExecuteCall(Call call, Moment moment)
    {
        var role = program.Knowledge.RoleOf(call.Method.Key);
        if (TryLock(role, call, ref moment) || TryAtomic(role, call, ref moment))
            return moment;
        if (call.IsDelegateCall)
            return call.Receiver is Value.Lambda function ? Apply(call, function.BodyId, AccessPath.This, moment) : moment;
        if (call.Method.IsSource)
            return CallSource(call, moment);
        if (TryCopy(call, ref moment) || TryCollection(call, ref moment))
            return moment;
        return LooksLikeLock(call) ? Enter(AccessPath.Object("scope " + call.Number), moment) : moment;
    }

    /// <summary>A lock of the program's own or another library's: we do not know when it is given back, so it is held from here on.</summary>
    private static bool LooksLikeLock(Call call) => call.Method.Name is var name
        && (name.Contains("Lock") && !name.StartsWith("Un", StringComparison.Ordinal) && !name.StartsWith("Release", StringComparison.Ordinal) && !name.StartsWith("Exit", StringComparison.Ordinal)
            || call.Method.ReturnTypeId is not ("" or "T:System.Void" or "T:System.Boolean" or "T:System.Int32") && (name.StartsWith("Enter", StringComparison.Ordinal) || name.StartsWith("Acquire", StringComparison.Ordinal)));

    private bool TryLock(MemberRole role, Call call, ref Moment moment)
    {
        if (Summaries.BodyInterpreter.IsOnCopy(call))
            return true;
        var path = PathOf(call.Receiver ?? call.Argument(0));
        switch (role)
        {
            case MemberRole.LockEnter or MemberRole.LockEnterShared or MemberRole.LockEnterUpgradeable or MemberRole.LockTry or MemberRole.LockTryShared or MemberRole.LockTryUpgradeable or MemberRole.LockAssert:
                // A failed attempt is left behind by its own test; where there is none, nobody knows.
                if (!(call.IsDropped && role is MemberRole.LockTry or MemberRole.LockTryShared or MemberRole.LockTryUpgradeable && !call.Arguments.Any(static argument => argument.IsByRef)))
                    moment = Enter(path ?? AccessPath.Object("lock " + call.Span), moment);
                return true;
            case MemberRole.LockWait when path is not null && (call.Method.ReceiverTypeId == "System.Threading.Mutex" || call.Method.ReceiverTypeId is "System.Threading.SemaphoreSlim" or "System.Threading.Semaphore" && (program.InitialCount(path) ?? 1) == 1):
                if (!((call.IsDropped || call.IsUnasked) && Summaries.BodyInterpreter.MayGiveUp(call)))
                    moment = Enter(path, moment);
                return true;
            case MemberRole.LockExit or MemberRole.LockExitShared or MemberRole.LockExitUpgradeable:
                // Leaving the write lock inside an upgradeable one keeps the latter.
                if (path is not null && moment.Locks.Contains(path) && !(call.Method.Name == "ExitWriteLock" && IsUpgraded(path)))
                    moment = Leave(path, moment);
                return true;
            default:
                if (path is not null && call.Method.Key == "System.Threading.Monitor.Wait")
                    moment = Release(path, moment with { Locks = moment.Locks.Remove(path) }) with { Locks = moment.Locks };
                return role is MemberRole.LockWait;
        }
    }

    private bool IsUpgraded(AccessPath path) => body.Root.All().OfType<Call>()
        .Any(call => call.Method.Name == "EnterUpgradeableReadLock" && PathOf(call.Receiver) is { } other && other.Equals(path));

    private bool TryAtomic(MemberRole role, Call call, ref Moment moment)
    {
        if (role is not (MemberRole.AtomicRead or MemberRole.AtomicWrite or MemberRole.AtomicUpdate) || call.Arguments.IsEmpty || call.Arguments[0] is not { IsByRef: true, Value: var place })
            return false;
        // What is known of a whole value says nothing of one part of it.
        if (call.Arguments[0].IsPart || VariableOf(place) is not { } subject)
            return true;

        // What a reference stands for is not known here; that it is meant to be shared is.
        if (subject.Path is { Root: RootKind.Local, RootField.IsByRef: true })
            subject = subject with { Protection = Protection.Atomic };
        if (subject.Path.EndsInElement)
            subject = subject with { Protection = Protection.Atomic };
        var gate = GateOf(subject);
        if (role == MemberRole.AtomicRead)
        {
            moment = Observe(call, subject, null, Question.Value, PlaceOf(call), moment, call.Span, out var id);
            _results[call.Number] = Ids.Of(id);
            return true;
        }

        // A number that lets in who changes it first is a lock.
        if (moment.Locks.Contains(gate))
        {
            moment = Leave(gate, moment);
            return true;
        }

        if (call.Method.Name is "CompareExchange" or "Exchange" && !call.IsDropped && call.Argument(1) is Value.Constant && subject.Path.Storage is not { IsReferenceType: true } && call.Method.Name == "CompareExchange" | call.Argument(1) is Value.Constant { Text: "1" or "True" })
        {
            moment = Enter(gate, Forget(new(subject, null), moment));
            return true;
        }

        if (call.Method.Name == "CompareExchange" && subject.Path.Storage is { } exchanged && (exchanged.IsInterlockedNumber || exchanged.TypeId.StartsWith("T:System.Collections.Immutable.", StringComparison.Ordinal)))
            HoldExchange(call, subject, moment);
        if (call.Method.Name == "CompareExchange" || call.Method.TypeId is "T:System.Collections.Immutable.ImmutableInterlocked" or "T:System.Threading.LazyInitializer")
        {
            moment = Forget(new(subject, null), moment);
            return true;
        }

        var isStore = role == MemberRole.AtomicWrite || call.Method.Name == "Exchange";
        var argument = call.Arguments.FirstOrDefault(static argument => argument.Ordinal == 1);
        var stored = argument?.Value ?? Value.Unknown;
        var chained = ChainedTo(subject, stored);
        var data = isStore ? In(argument?.Span ?? default, moment).Union(chained) : Ids.Empty;
        moment = Perform(new Act(subject, null, Deed.Write, PlaceOf(call))
        {
            Data = data,
            IsUpdate = !isStore,
            IsConstant = isStore && stored is Value.Constant,
            IsReset = isStore && IsReset(stored),
            IsCopy = chained.IsEmpty && IsCopy(stored) || data.IsEmpty && IsPart(stored),
            Stored = isStore ? stored : Value.Unknown,
            StoredTypeId = subject.Path.Storage!.TypeId,
            IsDropped = call.IsDropped || role == MemberRole.AtomicWrite,
            IsAtomicCall = true,
            IsChained = !chained.IsEmpty,
            StoresIdentity = subject.Path.Storage!.IsDisposable || isStore && IsEmpty(stored, call.Span.Start),
        }, moment);
        if (!isStore && call.IsDropped)
            moment = moment with { Updated = moment.Updated.SetItem(subject, PlaceOf(call)) };
        return true;
    }

    /// <summary>
    /// The new value is made of one that was read before: it must be the very one that is compared, and somebody must look
    /// whether it was still there. So it is with a number that is stored because it is larger than what was there: whoever gives up
    /// where another has come between leaves the smaller one.
    /// </summary>
    private void HoldExchange(Call call, Subject subject, Moment moment)
    {
        var (made, compared) = (ReadOf(1), ReadOf(2));
        if (made.IsEmpty && call.IsDropped && call.Argument(1) is not Value.Constant && IsGivenUp(compared, call))
            Report(new(PlaceOf(call), _observations[compared.Next(-1)].Place, subject, Gap.Steps, StepHarm.LostUpdate, Deed.Write, body.Id));
        else if (!made.IsEmpty && (call.IsDropped || !compared.IsEmpty && !AreMet(made, compared)))
            Report(new(PlaceOf(call), _observations[made.Next(-1)].Place, subject, Gap.Steps, StepHarm.LostUpdate, Deed.Write, body.Id));

        static bool AreMet(Ids one, Ids other)
        {
            for (var id = one.Next(-1); id >= 0; id = one.Next(id))
                if (other.Contains(id))
                    return true;
            return false;
        }

        Ids ReadOf(int ordinal)
        {
            var found = Ids.Empty;
            var read = In(call.Arguments.FirstOrDefault(argument => argument.Ordinal == ordinal)?.Span ?? default, moment);
            for (var id = read.Next(-1); id >= 0; id = read.Next(id))
                if (_observations[id].Subject.Equals(subject))
                    found = found.Add(id);
            return found;
        }
    }

    /// <summary>What is compared was found too small or too large, and is not looked at again: no loop turns until it is right.</summary>
    private bool IsGivenUp(Ids compared, Call call)
    {
        for (var id = compared.Next(-1); id >= 0; id = compared.Next(id))
            if (_observations[id] is { IsOrdered: true } seen && !body.Root.All().Any(node => node is Loop { Kind: not LoopKind.ForEach } && node.Span.Contains(call.Span) && node.Span.Contains(seen.Place.Span)))
                return true;
        return false;
    }

    private static bool IsReset(Value? value) => value is Value.Constant { Text: "" or "null" or "0" or "False" or "0.0" };

    private Place PlaceOf(Call call) => new(body.FilePath, call.NameSpan.IsEmpty ? call.Span : call.NameSpan);

    private bool TryCollection(Call call, ref Moment moment)
    {
        var isExtension = call.Method.TypeId == "T:System.Collections.Generic.CollectionExtensions" && call.Method.Name == "GetValueOrDefault";
        var isQuery = isExtension || call.Method.TypeId == "T:System.Linq.Enumerable";
        var receiver = isQuery ? call.Argument(0) : call.Receiver;
        if (receiver is null || PathOf(receiver) is not { } path || ContentOf(path) is not { } subject)
            return false;
        var (asks, does) = isExtension ? (Question.Value, null) : isQuery ? CollectionSteps.OfQuery(call.Method.Name) : CollectionSteps.Of(call.Method.ReceiverTypeId, call.Method.Name);
        if (isQuery && call.Arguments.Length > 1 && does is null && asks == Question.Amount)
            asks = Question.Presence;
        if (does is { } deed)
            moment = Perform(ActOf(call, subject, deed, moment), moment);
        if (asks is not { } question)
            return Taken(call, does, ref moment);
        var item = ItemAsked(call, question, isQuery);
        moment = Observe(call, subject, item, question, PlaceOf(call), moment, call.Span, out var id);
        _results[call.Number] = Ids.Of(id);
        foreach (var argument in call.Arguments)
            if (argument is { IsByRef: true, Value: Value.Local { Variable: var taken } })
            {
                moment = Observe(call, subject, item, question == Question.Presence ? Question.Value : question, PlaceOf(call), moment, call.Span, out var value, isNamed: false);
                moment = moment with { Variables = moment.Variables.SetItem(taken.Id, Ids.Of(value)) };
            }

        return true;
    }

    /// <summary>What a call hands out replaces what its variable held.</summary>
    private static bool Taken(Call call, Deed? does, ref Moment moment)
    {
        foreach (var argument in call.Arguments)
            if (does is not null && argument is { IsByRef: true, Value: Value.Local { Variable: var taken } })
                moment = moment with { Variables = moment.Variables.Remove(taken.Id) };
        return does is not null;
    }

    private string? ItemAsked(Call call, Question question, bool isQuery)
    {
        var ordinal = isQuery ? 1 : 0;
        foreach (var argument in call.Arguments)
            if (argument.Ordinal == ordinal && !argument.IsByRef && question is Question.Presence or Question.Value or Question.Position)
                return argument.Value is Value.Lambda ? null : ItemOf(argument);
        return null;
    }

    private Act ActOf(Call call, Subject subject, Deed deed, Moment moment)
    {
        var isKeyed = deed is Deed.Set or Deed.Add or Deed.TryAdd or Deed.Change or Deed.Remove or Deed.Get or Deed.Append or Deed.Include;
        Argument? key = null, stored = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.IsByRef)
                continue;
            if (argument.Ordinal == 0 && isKeyed)
                key = argument;
            if (argument.Ordinal == 1)
                stored = argument;
        }

        var read = deed == Deed.Set ? ReadBy(call, moment) : Ids.Empty;
        var isUpdate = !read.IsEmpty;
        var data = stored is { } value ? In(value.Span, moment).Union(read) : read;
        if (deed is Deed.Move or Deed.Get && call.Arguments.Length > 0)
            data = data.Union(In(call.Arguments[0].Span, moment));
        var taken = call.Arguments.Where(static argument => argument.IsByRef).Select(static argument => argument.Value).OfType<Value.Local>().Select(static local => local.Variable).FirstOrDefault();
        return new(subject, key is { } named ? ItemOf(named) : null, deed, PlaceOf(call))
        {
            Data = data,
            Keys = key is null ? Ids.Empty : In(key.Span, moment),
            Stored = stored?.Value ?? Value.Unknown,
            StoredTypeId = TypeOf(stored?.Value),
            StoresIdentity = stored is { Value: Value.Local { Variable.IsDisposable: true } } || IsEmpty(stored?.Value, call.Span.Start),
            IsConstant = stored is { Value: Value.Constant },
            IsCopy = !isUpdate && IsCopy(stored?.Value),
            IsUpdate = isUpdate,
            IsDropped = call.IsDropped,
            IsDrawn = deed is Deed.Set or Deed.TryAdd && stored is not null && IsDrawn(stored, call, data),
            UsesTaken = taken is not null && IsReadAfter(taken, call),
            IsByKey = call.Arguments.Length == 2,
            TestsTaken = taken is not null && IsTestedAfter(taken, call),
            UsesStored = stored is { Value: Value.Local { Variable: var kept } } && IsReadAfter(kept, call),
        };
    }

    /// <summary>A collection that is made empty and stored so: to be filled by whoever finds it.</summary>
    private bool IsEmpty(Value? stored, int position)
    {
        switch (stored)
        {
            case Value.Items { Values.IsEmpty: true }:
                return true;
            case Value.CallResult made:
                return CallAt(made.Node) is { IsConstruction: true, Arguments.IsEmpty: true, Method: var method }
                    && program.Knowledge.SafetyOf(method.TypeId.Substring(Math.Min(2, method.TypeId.Length))) == TypeSafety.ThreadUnsafe;
            case Value.Local { Variable: var variable }:
                return body.Root.All().OfType<Bind>().LastOrDefault(bind => bind.Variable.Equals(variable) && bind.Span.Start < position) is { } last && last.Value is not Value.Local && IsEmpty(last.Value, position)
                    && !body.Root.All().OfType<Call>().Any(call => call.Receiver is Value.Local { Variable: var filled } && filled.Equals(variable) && call.Span.Start > last.Span.Start && call.Span.Start < position
                        && program.Knowledge.ContentAccessOf(call.Method.ReceiverTypeId, call.Method.Name) is var kind && (kind & AccessKind.Write) != 0);
            default:
                return false;
        }
    }

    /// <summary><c>d[k]++</c> and <c>P += x</c> read by a call at the same place.</summary>
    private Ids ReadBy(Call setter, Moment moment)
    {
        var read = Ids.Empty;
        if (setter.Method.Name.StartsWith("set_", StringComparison.Ordinal))
            foreach (var seen in _named)
                if (seen.Span == setter.Span && moment.Known.Knows(seen.Id))
                    read = read.Add(seen.Id);
        return read;
    }

    private bool IsCopy(Value? value) => value is Value.Field || value is Value.Local { Variable.Id: var id } && !_derived.Contains(id);

    /// <summary><c>elapsed.Ticks</c>: what a property of a variable's or member's value says.</summary>
    private bool IsPart(Value stored) => stored is Value.CallResult part && CallAt(part.Node) is { Arguments.IsEmpty: true, Receiver: { } whole } getter
        && getter.Method.Name.StartsWith("get_", StringComparison.Ordinal) && IsCopy(whole);

    private bool IsReadAfter(FieldFacts variable, Call call) =>
        body.LocalReads.Any(read => read.Position > call.Span.End && read.Variable.Equals(variable));

    /// <summary>Some condition reads the variable behind the call, be it the rest of the very condition that the call stands in.</summary>
    private bool IsTestedAfter(FieldFacts variable, Call call) => body.LocalReads.Any(read => read.Position > call.Span.End && read.Variable.Equals(variable)
        && body.Root.All().Any(node => node is Branch { Condition.Span: var asked } && asked.Contains(read.Position) || node is Loop { Condition.Span: var repeated } && repeated.Contains(read.Position)));

    private Call? CallAt(int number)
    {
        if (_calls is null)
        {
            _calls = [];
            foreach (var node in body.Root.All())
                if (node is Call call && !_calls.ContainsKey(call.Number))
                    _calls[call.Number] = call;
        }

        return _calls.TryGetValue(number, out var found) ? found : null;
    }

    private string TypeOf(Value? value) => value switch
    {
        Value.Local local => local.Variable.TypeId,
        Value.Field field => field.Facts.TypeId,
        Value.CallResult result when CallAt(result.Node) is { } made => made.IsConstruction ? made.Method.TypeId : made.Method.ReturnTypeId,
        _ => "",
    };
}
