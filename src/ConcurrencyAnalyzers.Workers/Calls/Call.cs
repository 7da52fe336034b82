using System.Diagnostics;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>
/// A call on its way: the method and its arguments as bytes, written on the caller's thread, so that what cannot
/// travel is the caller's exception. Layout: method number, culture, UI culture, trace, then one block per argument.
/// </summary>
internal sealed class Call
{
    // One buffer for all calls that are written on this thread, one after the other.
    [ThreadStatic] private static FrameBuffer? t_buffer;

    private readonly WireCodec _codec;
    private FrameBuffer? _buffer;
    private byte[]? _frame;
    private int _count;
    private Attachments? _attachments;

    public Call(Delegate method, WireCodec codec) : this(method, codec, mark: 0)
    {
    }

    private Call(Delegate method, WireCodec codec, int mark)
    {
        _codec = codec;
        Method = WorkerMethod.Of(method);
        _buffer = t_buffer ?? new FrameBuffer();
        t_buffer = null; // what writes an argument may make a call of its own
        _buffer.Reset();
        _buffer.WriteInt32(Method.Number | mark);
        CallCulture.Write(_buffer);
        if (DiagnosticsLibrary.IsLoaded)
            WriteTrace();
        else
            TraceContext.WriteNone(_buffer);
    }

    // On its own, for what it names is loaded when it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteTrace()
    {
        if (WorkerTelemetry.StartCall(Method) is { } activity)
            (_attachments ??= new Attachments()).Activity = activity;
        TraceContext.Write(_buffer!, Activity ?? Activity.Current);
    }

    /// <summary>The call of a method of one parameter for many inputs.</summary>
    public static Call ForMany<T>(Delegate method, WireCodec codec, ArraySegment<T> inputs)
    {
        var call = new Call(method, codec, ChunkFormat.Mark);
        try
        {
            ChunkFormat.Write<T>(codec, inputs, call._buffer!);
        }
        catch (NotSupportedException e)
        {
            throw call.CannotTravel(e);
        }
        finally
        {
            call.KeepShared();
        }
        return call;
    }

    public WorkerMethod Method { get; }

    public int Size => _frame?.Length ?? (int)_buffer!.Length;

    /// <summary>All of its frame is in one piece.</summary>
    public bool IsShort => _frame is not null;

    /// <summary>The arguments that stay connected to the caller; <see langword="null"/> when all are copied.</summary>
    public CallerPorts? Ports => _attachments?.Ports;

    /// <summary>The shared objects among the arguments, if any; they live until the job has ended.</summary>
    public IReadOnlyList<SharedObject>? Shared => _attachments is { Kept: { Count: > 0 } kept } ? kept : null;

    // The activity for this call, when somebody listens.
    private Activity? Activity => _attachments?.Activity;

    /// <summary>The call has ended, and so has its activity, if it has one.</summary>
    public void EndTrace(Exception? error, int? processId)
    {
        if (_attachments is not null)
            EndActivity(error, processId);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EndActivity(Exception? error, int? processId) => WorkerTelemetry.EndCall(Activity, error, processId);

    public Call Add<T>(T argument)
    {
        ValueCarrier.Root<T>();
        var parameter = Method.Signature.Parameters[_count];
        var block = _buffer!.BeginBlock();
        try
        {
            if (Method.Signature.Ports[_count] is { } shape)
                AddPort(shape, argument);
            else if (parameter.ParameterType == typeof(T))
                _codec.Write(argument, _buffer);
            else // A delegate may take a narrower type than its method; what travels is what the method takes.
                Method.Signature.Arguments[_count].Write(_codec, argument, _buffer);
        }
        catch (NotSupportedException e)
        {
            throw CannotTravel(e);
        }
        finally
        {
            KeepShared();
        }
        _buffer.EndBlock(block);
        _count++;
        return this;
    }

    /// <summary>All arguments are there: from here on the call takes no more memory than its bytes.</summary>
    public Call Complete()
    {
        _buffer?.CheckSize(); // here, and not where the call is sent: it is its caller's mistake
        if (_buffer is not { HasPieces: false } buffer)
            return this;
        _frame = buffer.ToFrame(FrameKind.Run);
        _buffer = null;
        t_buffer = buffer;
        return this;
    }

    /// <summary>The whole frame, of a call that has been completed and is short.</summary>
    public ReadOnlySpan<byte> Seal(long id)
    {
        if (_frame is null)
            return _buffer!.Seal(FrameKind.Run, id);
        Frame.WriteHeader(_frame, FrameKind.Run, id, _frame.Length - Frame.HeaderSize);
        return _frame;
    }

    /// <summary>Sends a call that stands alone, its long pieces straight from where they are.</summary>
    public void SendTo(IMessageChannel channel, long id)
    {
        if (_frame is null)
            channel.Send(_buffer!, FrameKind.Run, id);
        else
            channel.Send(Seal(id));
    }

    /// <summary>The call as its receiver sees it.</summary>
    public byte[] ToArray() => _frame?[Frame.HeaderSize..] ?? _buffer!.PayloadToArray();

    private NotSupportedException CannotTravel(NotSupportedException e)
    {
        EndTrace(null, null);
        return new NotSupportedException(
            $"The argument for '{Method.Signature.Parameters[_count].Name}' of {Method.DisplayName} cannot travel to a worker process. {e.Message}", e);
    }

    private void KeepShared()
    {
        if (SentObjects.Take() is { } sent)
            (_attachments ??= new Attachments()).Kept.AddRange(sent);
    }

    // Nothing of it travels but whether there is one.
    private void AddPort(PortShape shape, object? value)
    {
        _buffer!.WriteByte(value is null ? (byte)0 : (byte)1);
        if (value is null)
            return;
        _attachments ??= new Attachments();
        (_attachments.Ports ??= new CallerPorts()).Add(shape.NewCallerPort(_count, _codec, value));
    }

    /// <summary>What few calls have.</summary>
    private sealed class Attachments
    {
        public CallerPorts? Ports;
        public Activity? Activity;

        public List<SharedObject> Kept { get; } = [];
    }
}
