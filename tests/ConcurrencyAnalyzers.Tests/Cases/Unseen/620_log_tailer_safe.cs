// Timer ticks may overlap; the pass is entered by one tick at a time and the others are skipped.
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Cases.U620;

public sealed record LogSegment(string Path, long Offset, string Text);

public sealed class LogTailer : IDisposable
{
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);
    private readonly Action<LogSegment> _onSegment;
    private readonly string _folder;
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _pauseOnStop;
    private int _busy;
    private int _skipped;
    private int _passes;

    public LogTailer(string folder, Action<LogSegment> onSegment, CancellationToken stop)
    {
        _folder = folder;
        _onSegment = onSegment;
        _timer = new Timer(OnTick, null, Timeout.Infinite, Timeout.Infinite);
        _pauseOnStop = stop.Register(Pause);
    }

    public int Skipped => Volatile.Read(ref _skipped);

    public void Start() => _timer.Change(0, 200);

    private void Pause() => _timer.Change(Timeout.Infinite, Timeout.Infinite);

    private void OnTick(object? state)
    {
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            Interlocked.Increment(ref _skipped);
            return;
        }

        try
        {
            ReadNewText();
        }
        catch (IOException ex)
        {
            Console.Error.WriteLine(ex.Message);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private void ReadNewText()
    {
        _passes++;
        foreach (var path in Directory.EnumerateFiles(_folder, "*.log"))
        {
            _offsets.TryGetValue(path, out var offset);
            var text = ReadFrom(path, offset);
            if (text.Length > 0)
            {
                _onSegment(new LogSegment(path, offset, text));
                _offsets[path] = offset + text.Length;
            }
        }

        if (_passes % 1000 == 0)
        {
            _offsets.TrimExcess();
        }
    }

    private static string ReadFrom(string path, long offset)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(offset, SeekOrigin.Begin);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        _pauseOnStop.Dispose();
        _timer.Dispose();
    }
}
