using System.Diagnostics;
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
    private readonly WireCodec _codec;
    private readonly FrameBuffer _buffer = new();
    private int _count;
    private List<object>? _kept;

    public Call(Delegate method, WireCodec codec)
    {
        _codec = codec;
        Method = WorkerMethod.Of(method);
        _buffer.WriteInt32(Method.Number);
        _buffer.WriteText(Thread.CurrentThread.CurrentCulture.Name);
        _buffer.WriteText(Thread.CurrentThread.CurrentUICulture.Name);
        Activity = WorkerTelemetry.StartCall(Method);
        TraceContext.Write(_buffer, Activity ?? Activity.Current);
    }

    public WorkerMethod Method { get; }

    public int Size => (int)_buffer.Length;

    /// <summary>The arguments that stay connected to the caller; <see langword="null"/> when all are copied.</summary>
    public CallerPorts? Ports { get; private set; }

    /// <summary>The caller's activity for this call, when somebody listens.</summary>
    public Activity? Activity { get; }

    public Call Add<T>(T argument)
    {
        var parameter = Method.Signature.Parameters[_count];
        var block = _buffer.BeginBlock();
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
            Activity?.Dispose();
            throw new NotSupportedException(
                $"The argument for '{parameter.Name}' of {Method.DisplayName} cannot travel to a worker process. {e.Message}", e);
        }
        finally
        {
            if (SharedObjects.TakeSent() is { } sent)
                (_kept ??= []).AddRange(sent); // they live until the job has ended
        }
        _buffer.EndBlock(block);
        _count++;
        return this;
    }

    // Nothing of it travels but whether there is one.
    private void AddPort(PortShape shape, object? value)
    {
        _buffer.WriteByte(value is null ? (byte)0 : (byte)1);
        if (value is not null)
            (Ports ??= new CallerPorts()).Add(shape.NewCallerPort(_count, _codec, value));
    }

    public ReadOnlySpan<byte> Seal(long id) => _buffer.Seal(FrameKind.Run, id);

    /// <summary>Sends a call that stands alone, its long pieces straight from where they are.</summary>
    public void SendTo(IMessageChannel channel, long id) => channel.Send(_buffer, FrameKind.Run, id);

    /// <summary>The call as its receiver sees it.</summary>
    public byte[] ToArray() => _buffer.PayloadToArray();
}
