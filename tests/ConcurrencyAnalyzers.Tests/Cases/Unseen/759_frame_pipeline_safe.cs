// A mutable frame belongs to one stage at a time: after Add the sender no longer touches it. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U759;

public sealed class CameraFrame(int number, byte[] pixels)
{
    public int Number { get; } = number;

    public byte[] Pixels { get; set; } = pixels;

    public string? Caption { get; set; }
}

public sealed class FramePipeline(Func<byte[], byte[]> crop, Func<byte[], string> describe)
{
    private readonly BlockingCollection<CameraFrame> _captured = new(16);
    private readonly BlockingCollection<CameraFrame> _cropped = new(16);

    public List<string> Run(IEnumerable<byte[]> images)
    {
        var captions = new List<string>();
        var cropper = new Thread(Crop) { Name = "crop" };
        var captioner = new Thread(() =>
        {
            foreach (var frame in _cropped.GetConsumingEnumerable())
            {
                frame.Caption = describe(frame.Pixels);
                captions.Add($"{frame.Number}: {frame.Caption}");
            }
        });
        cropper.Start();
        captioner.Start();

        int number = 0;
        foreach (var image in images)
        {
            _captured.Add(new CameraFrame(number++, image));
        }
        _captured.CompleteAdding();

        cropper.Join();
        captioner.Join();
        return captions;
    }

    private void Crop()
    {
        foreach (var frame in _captured.GetConsumingEnumerable())
        {
            frame.Pixels = crop(frame.Pixels);
            _cropped.Add(frame);
        }
        _cropped.CompleteAdding();
    }
}
